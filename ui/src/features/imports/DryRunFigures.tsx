/** What an import would create, change and refuse. */

import { Link } from "@tanstack/react-router";
import type { ImportJobView } from "../../api/generated/admin";
import { Notice } from "../../components/Notice";
import { countText } from "../../components/numbers";
import { Progress } from "../../components/Progress";
import { isCountedInPart, storedWords } from "./dryRunWords";
import { doneShare, refusedWords } from "./jobWords";

export function DryRunFigures({ job }: { job: ImportJobView }) {
  const share = doneShare(job);
  return (
    <section aria-label="What the import would do" aria-busy={job.state === "running"}>
      <div className="review-figures">
        {job.state === "running" ? (
          <Progress label="Dry run" value={share === undefined ? null : share * 100} max={100} />
        ) : (
          <Parts job={job} />
        )}
        <dl>
          <Figure name="Would create" tone="new" count={job.created} unit="profiles" />
          <Figure name="Would update" tone="changed" count={job.updated} unit="profiles" />
          <Figure name="Would refuse" tone="refused" count={job.refused} unit="lines" />
        </dl>
        <p className="review-stored">{storedWords(job)}</p>
      </div>
      {job.state === "failed" && job.fault !== null && (
        <div className="review-note">
          <Notice tone="neg">{job.fault}</Notice>
        </div>
      )}
      {job.state === "cancelled" && (
        <div className="review-note">
          <Notice tone="warn">The dry run was stopped: these are the numbers so far.</Notice>
        </div>
      )}
      {isCountedInPart(job) && (
        <div className="review-note">
          <Notice>Counted over the first 500,000 batches. The import takes all of them.</Notice>
        </div>
      )}
      {job.reasons.length > 0 && (
        <>
          <div className="section-head">
            <h2>Would refuse</h2>
            <span className="section-count">{refusedWords(job)}</span>
            <span className="spring" />
            <Link className="s12" to="/imports/$job" params={{ job: job.job }}>
              Show lines
            </Link>
          </div>
          <ul className="review-reasons">
            {job.reasons.map((one) => (
              <li key={one.reason}>
                <span>{one.label}</span>
                <span className="num">{countText(one.count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Created and updated profiles to scale; a thin red end says that something is refused, not how much. */
function Parts({ job }: { job: ImportJobView }) {
  const words = `${countText(job.created)} profiles created, ${countText(job.updated)} updated, ${countText(job.refused)} lines refused`;
  const nothing = job.created + job.updated === 0;
  return (
    <div className="review-parts" role="img" aria-label={words}>
      {job.created > 0 && <span className="review-new" style={{ flexGrow: job.created }} />}
      {job.updated > 0 && <span className="review-changed" style={{ flexGrow: job.updated }} />}
      {nothing && <span className="review-nothing" />}
      {job.refused > 0 && <span className="review-refused" />}
    </div>
  );
}

interface FigureProps {
  name: string;
  tone: "new" | "changed" | "refused";
  count: number;
  unit: string;
}

function Figure({ name, tone, count, unit }: FigureProps) {
  return (
    <div>
      <dt>
        <i className={`review-${tone}`} />
        {name}
      </dt>
      <dd>
        {countText(count)} <span>{unit}</span>
      </dd>
    </div>
  );
}
