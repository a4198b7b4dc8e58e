/** The answers, a tab for each status. */

import { Tabs } from "@base-ui/react/tabs";
import { ContentSchema } from "./ContentSchema";
import { AnswerExamples } from "./Examples";
import type { Answer, OpenApi } from "./openapi";
import { Prose, Words } from "./Prose";
import { Facts } from "./SchemaTree";
import { schemaRoot } from "./schemaTree";
import { statusTone } from "./statusTone";

export function AnswersSection({ doc, answers }: { doc: OpenApi; answers: readonly (readonly [string, Answer])[] }) {
  return (
    <section className="reference-section" aria-label="Answers">
      <div className="section-head">
        <h2>Answers</h2>
        <span className="section-count">{answers.length}</span>
      </div>
      <Tabs.Root defaultValue={answers[0]?.[0] ?? ""}>
        <Tabs.List className="reference-statuses" aria-label="Statuses" activateOnFocus>
          {answers.map(([status]) => (
            <Tabs.Tab key={status} value={status} className="reference-status">
              <span className={`reference-dot reference-dot-${statusTone(status)}`} aria-hidden />
              {status}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {answers.map(([status, answer]) => (
          <Tabs.Panel key={status} value={status} className="reference-panel" tabIndex={-1}>
            <AnswerView doc={doc} answer={answer} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </section>
  );
}

function AnswerView({ doc, answer }: { doc: OpenApi; answer: Answer }) {
  const media = Object.values(answer.content ?? {})[0];
  const headers = Object.entries(answer.headers ?? {});
  return (
    <div className="reference-part">
      <div className="reference-docs">
        <Prose text={answer.description} />
        {headers.length > 0 && (
          <dl className="reference-headers">
            {headers.map(([name, { description = "", schema = {} }]) => (
              <div key={name}>
                <dt className="mono">{name}</dt>
                <dd>
                  <Words text={description} />
                  <Facts node={schemaRoot(doc, schema)} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {media && <ContentSchema doc={doc} media={media} label="Answer" />}
      </div>
      {media && (
        <div className="reference-aside">
          <AnswerExamples media={media} />
        </div>
      )}
    </div>
  );
}
