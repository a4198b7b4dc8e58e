/** What a job came to so far, as a line of figures. */

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ImportJobView } from "../../api/generated/admin";
import { duration } from "../../components/clock";
import { useNow } from "../../components/now";
import { countText, percentText } from "../../components/numbers";
import { doneShare, refusedPercent, tookMs } from "./jobWords";

export interface JobFiguresProps {
  job: ImportJobView;
  /** The refused lines are on another screen: their number leads there. */
  linked: boolean;
}

export function JobFigures(props: JobFiguresProps) {
  return (
    <dl className="import-figures">{props.job.state === "running" ? <Under {...props} /> : <Rest {...props} />}</dl>
  );
}

function Under({ job, linked }: JobFiguresProps) {
  const share = doneShare(job);
  return (
    <>
      <Figure name="Done" value={share === undefined ? countText(job.lines) : percentText(Math.floor(share * 100))}>
        {share === undefined ? "lines" : countText(job.lines)}
      </Figure>
      <Figure name="Left" value={job.left_ms === null ? "–" : duration(job.left_ms)} />
      <Figure name="Rate" value={countText(job.rate)}>
        {job.sample ? "batches/s" : "lines/s"}
      </Figure>
      <Outcome job={job} linked={linked} />
      <Figure name="Safe point" value={countText(job.safe_line)} roomy quiet />
    </>
  );
}

function Rest({ job, linked }: JobFiguresProps) {
  const now = useNow();
  const took = tookMs(job, now);
  const share = doneShare(job);
  return (
    <>
      <Figure name="Lines" value={countText(job.lines)}>
        {job.state === "done" || share === undefined ? undefined : percentText(Math.floor(share * 100))}
      </Figure>
      <Outcome job={job} linked={linked} />
      <Figure name="Events" value={countText(job.events)} />
      <Figure name="Profiles" value={countText(job.created)}>
        {job.dry_run ? "would be new" : "new"}
      </Figure>
      {job.finished_ms !== null && <Figure name="Took" value={took < 1000 ? "under 1 s" : duration(took)} roomy />}
    </>
  );
}

function Outcome({ job, linked }: JobFiguresProps) {
  const refused = countText(job.refused);
  return (
    <>
      <Figure name={job.dry_run ? "Would accept" : "Accepted"} value={countText(job.accepted)} tone="pos" />
      {job.duplicates > 0 && <Figure name="Here before" value={countText(job.duplicates)} quiet />}
      <Figure
        name={job.dry_run ? "Would refuse" : "Refused"}
        value={
          linked && job.refused > 0 ? (
            <Link to="/imports/$job" params={{ job: job.job }} className="neg" aria-label={`${refused} refused lines`}>
              {refused}
            </Link>
          ) : (
            refused
          )
        }
        tone={job.refused > 0 ? "neg" : undefined}
      >
        {job.refused > 0 ? percentText(refusedPercent(job)) : undefined}
      </Figure>
      {job.remarks > 0 && <Figure name="In part" value={countText(job.remarks)} tone="warn" roomy />}
    </>
  );
}

interface FigureProps {
  name: string;
  value: ReactNode;
  children?: ReactNode;
  tone?: "pos" | "neg" | "warn" | undefined;
  /** Only where there is room. */
  roomy?: boolean;
  /** No hero. */
  quiet?: boolean;
}

function Figure({ name, value, children, tone, roomy, quiet }: FigureProps) {
  return (
    <div className={roomy ? "import-figure-roomy" : undefined}>
      <dt>{name}</dt>
      <dd>
        {quiet ? <span className="t2">{value}</span> : <b className={tone}>{value}</b>}
        {children && <span className="t3"> {children}</span>}
      </dd>
    </div>
  );
}
