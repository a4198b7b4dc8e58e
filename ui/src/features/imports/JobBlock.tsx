/** A job, whole: what it reads, how far it is, what came of it, and what can be done. */

import { FileJson, FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import type { ImportJobView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { Notice } from "../../components/Notice";
import { bytesText, countText } from "../../components/numbers";
import { Time } from "../../components/Time";
import { JobActions } from "./JobActions";
import { JobFigures } from "./JobFigures";
import { JobState } from "./JobState";
import { RateProgress } from "./RateProgress";
import type { JobActs } from "./useJobActs";

export interface JobBlockProps {
  job: ImportJobView;
  acts: JobActs;
  /** The name as a link; nothing where it stands above already. */
  children?: ReactNode;
}

export function JobBlock({ job, acts, children }: JobBlockProps) {
  const Icon = job.sample ? FlaskConical : FileJson;
  return (
    <section className="import-job" aria-label={job.name}>
      <div className="import-job-head">
        <Icon size={16} aria-hidden />
        {children && <b className="trunc">{children}</b>}
        {job.total > 0 && <span className="t3 s12 tabular">{sizeWords(job)}</span>}
        {(job.state !== "running" || !children) && <JobState state={job.state} />}
        {job.dry_run && <Chip tone="info">Dry run</Chip>}
        <span className="spring" />
        {job.finished_ms !== null && <Time className="t3 s12" ms={job.finished_ms} form="both" />}
        <JobActions job={job} acts={acts} />
      </div>
      <RateProgress job={job} />
      <JobFigures job={job} linked={children !== undefined} />
      {job.fault !== null && (
        <div className="import-job-fault">
          <Notice tone="neg">{job.fault}</Notice>
        </div>
      )}
    </section>
  );
}

function sizeWords(job: ImportJobView): string {
  if (!job.sample) return bytesText(job.total);
  return job.state === "done" ? `${countText(job.total)} batches` : `about ${countText(job.total)} batches`;
}
