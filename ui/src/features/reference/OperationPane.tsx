/** One operation, from its name to its answers. At the right, or under it, what to send and what comes back. */

import { type Ref, useState } from "react";
import { CopyButton } from "../../components/CopyButton";
import { copyText } from "../../components/copyText";
import { Notice } from "../../components/Notice";
import { Segmented } from "../../components/Segmented";
import { useShortcuts } from "../../components/shortcuts";
import { toast } from "../../components/toasts";
import { AnswersSection } from "./AnswersSection";
import { CodeBlock } from "./CodeBlock";
import { ContentSchema } from "./ContentSchema";
import { curlPieces, curlText } from "./curl";
import { ExamplePicker, examplesOf } from "./Examples";
import { MethodTag, PathWords } from "./MethodPath";
import type { OpenApi } from "./openapi";
import type { Operation } from "./operations";
import { ParameterTable } from "./ParameterTable";
import { Prose, Words } from "./Prose";
import type { ServerAddress } from "./useServerAddress";
import { waysIn } from "./waysIn";

export interface OperationPaneProps {
  doc: OpenApi;
  operation: Operation;
  server: ServerAddress;
  ref: Ref<HTMLElement>;
}

export function OperationPane({ doc, operation, server, ref }: OperationPaneProps) {
  const media = operation.body?.media ?? [];
  const [type, setType] = useState(media[0]?.[0] ?? "");
  const body = media.find(([name]) => name === type)?.[1] ?? {};
  const examples = examplesOf(body);
  const [name, setName] = useState(examples[0]?.name ?? "");
  const example = examples.find((one) => one.name === name) ?? examples[0];
  const pieces = curlPieces(doc, operation, {
    server: server.origin,
    body: example && { type, value: example.value },
  });
  const copy = async () => {
    if (await copyText(curlText(pieces))) toast({ title: "The curl line is on the clipboard" });
  };
  useShortcuts("API reference", [{ keys: "c", does: "Copy the curl line", run: () => void copy() }]);
  return (
    // It scrolls, and its arrows are its own.
    <article
      ref={ref}
      className="reference-pane"
      tabIndex={-1}
      aria-label={operation.summary}
      onKeyDown={(event) => event.key.startsWith("Arrow") && event.stopPropagation()}
    >
      <Head operation={operation} />
      <div className="reference-request">
        <div className="reference-docs">
          <Prose text={operation.description} />
          <WaysIn doc={doc} operation={operation} />
        </div>
        <div className="reference-aside">
          <div className="reference-choice">
            <ExamplePicker examples={examples} chosen={example?.name ?? ""} onChoose={setName} />
          </div>
          <CodeBlock title="Ready to paste" what="curl" pieces={pieces} />
          {!server.open && (
            <Notice tone="warn">
              The collector is closed: nobody listens at this address until it is opened in Settings.
            </Notice>
          )}
        </div>
        {operation.parameters.length > 0 && (
          <section className="reference-section" aria-label="Parameters">
            <div className="section-head">
              <h2>Parameters</h2>
              <span className="section-count">{operation.parameters.length}</span>
            </div>
            <ParameterTable doc={doc} parameters={operation.parameters} />
          </section>
        )}
        {operation.body && (
          <section className="reference-section" aria-label="Body">
            <div className="section-head">
              <h2>Body</h2>
              {media.length === 1 && <span className="section-count mono">{type}</span>}
              <span className="spring" />
              {media.length > 1 && (
                <Segmented
                  label="Content type"
                  value={type}
                  options={media.map(([value]) => ({ value, words: value }))}
                  onChoose={setType}
                />
              )}
            </div>
            <div className="reference-indent">
              <Prose text={operation.body.description} />
              <ContentSchema key={type} doc={doc} media={body} label="Body" />
            </div>
          </section>
        )}
      </div>
      <AnswersSection doc={doc} answers={operation.answers} />
    </article>
  );
}

function Head({ operation }: { operation: Operation }) {
  const { method, path, summary, prefixes } = operation;
  return (
    <header className="reference-head">
      <h2>{summary}</h2>
      <div className="reference-address">
        <MethodTag method={method} />
        <span className="mono reference-path">
          <PathWords path={path} />
        </span>
        <CopyButton text={path} what="path" />
      </div>
      {prefixes.length > 0 && (
        <p className="reference-also">
          Also under{" "}
          {prefixes.map(({ prefix, description }, place) => (
            <span key={prefix} title={description}>
              {place > 0 && ", "}
              <code className="reference-code">{prefix}</code>
            </span>
          ))}
        </p>
      )}
    </header>
  );
}

function WaysIn({ doc, operation }: { doc: OpenApi; operation: Operation }) {
  const ways = waysIn(doc, operation);
  return (
    <section className="reference-ways" aria-label="Credentials">
      <h3>{ways.length > 1 ? "Credentials, one of" : "Credentials"}</h3>
      {ways.length === 0 && <p className="t2">None: anybody may call it.</p>}
      <dl>
        {ways.map(({ key, sends, description }) => (
          <div key={key}>
            <dt>
              {sends.map((part) => (
                <code key={part} className="reference-code">
                  {part}
                </code>
              ))}
            </dt>
            <dd>
              <Words text={description} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
