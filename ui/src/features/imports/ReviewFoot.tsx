/** The foot of a review: import, or not. */

import type { ImportJobView, ImportSource } from "../../api/generated/admin";
import { useAct } from "../../api/queries";
import { Button } from "../../components/Button";
import { duration } from "../../components/clock";
import { useNow } from "../../components/now";
import { counted } from "../../components/numbers";
import { useShortcuts } from "../../components/shortcuts";
import { toast } from "../../components/toasts";
import { whyNot } from "../../components/whyNot";
import { hasSomething, importWords } from "./dryRunWords";
import { tookMs } from "./jobWords";

export interface ReviewFootProps {
  source: ImportSource;
  workspace: number | undefined;
  /** The dry run. */
  job: ImportJobView | undefined;
  onAgain: () => void;
  onImported: (job: string) => void;
  onDiscard: () => void;
}

export function ReviewFoot({ source, workspace, job, onAgain, onImported, onDiscard }: ReviewFootProps) {
  const start = useAct("import_start");
  const cancel = useAct("import_cancel");
  const running = job?.state === "running";
  const able = job !== undefined && !running && hasSomething(job) && workspace !== undefined;
  const load = () => {
    if (!able || start.isPending) return;
    start.mutate(
      { source, workspace, dry_run: false },
      {
        onSuccess: (begun) => onImported(begun.job),
        onError: (fault) => toast({ kind: "error", title: "The import did not start", description: whyNot(fault) }),
      },
    );
  };
  const stop = () => job && cancel.mutate({ job: job.job });
  const discard = () => {
    if (running) stop();
    onDiscard();
  };
  useShortcuts("Review", [
    { keys: "mod+Enter", does: "Import the file", run: load, enabled: able },
    { keys: "mod+Backspace", does: "Discard the file", run: discard },
  ]);
  return (
    <div className="review-foot">
      {running ? (
        <Button key="stop" busy={cancel.isPending} onClick={stop}>
          Stop the dry run
        </Button>
      ) : (
        able && (
          <Button key="import" kind="primary" keys={["mod", "enter"]} busy={start.isPending} onClick={load}>
            {importWords(job)}
          </Button>
        )
      )}
      {job?.state === "failed" && <Button onClick={onAgain}>Run it again</Button>}
      <Button kind="ghost" onClick={discard}>
        Discard
      </Button>
      <span className="spring" />
      {job && (
        <span className="t3 s12 tabular trunc" role="status">
          <FootWords job={job} />
        </span>
      )}
    </div>
  );
}

function FootWords({ job }: { job: ImportJobView }) {
  const now = useNow();
  if (job.state === "running") {
    return job.left_ms === null ? counted(job.lines, "line") : `${duration(job.left_ms)} left`;
  }
  if (!hasSomething(job)) return job.duplicates > 0 ? "All of it is here already" : "Nothing to import";
  const took = tookMs(job, now);
  return took < 1000 ? "took under 1 s" : `took ${duration(took)}`;
}
