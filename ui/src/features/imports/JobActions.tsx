/** The buttons of a job that can still go on. */

import { Pause, Play, X } from "lucide-react";
import type { ImportJobView } from "../../api/generated/admin";
import { Button } from "../../components/Button";
import type { JobActs } from "./useJobActs";

export function JobActions({ job, acts }: { job: ImportJobView; acts: JobActs }) {
  const under = acts.busy?.job === job.job ? acts.busy.act : undefined;
  const canResume = job.state === "paused" || (job.state === "failed" && !job.dry_run);
  return (
    <>
      {job.state === "running" && (
        <Button icon={Pause} busy={under === "pause"} onClick={() => acts.pause(job)}>
          Pause
        </Button>
      )}
      {canResume && (
        <Button icon={Play} busy={under === "resume"} onClick={() => acts.resume(job)}>
          {job.state === "failed" ? "Try to go on" : "Resume"}
        </Button>
      )}
      {(job.state === "running" || job.state === "paused") && (
        <Button kind="ghost" icon={X} busy={under === "cancel"} onClick={() => acts.cancel(job)}>
          Cancel
        </Button>
      )}
    </>
  );
}
