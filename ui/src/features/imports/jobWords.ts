import type { ImportJobView, ImportState } from "../../api/generated/admin";
import { counted } from "../../components/numbers";

/** The word for where a job stands. */
export const stateWords: Record<ImportState, string> = {
  running: "Running",
  paused: "Paused",
  done: "Done",
  cancelled: "Cancelled",
  failed: "Failed",
};

/** The dot beside that word. */
export const stateTones: Record<ImportState, "accent" | "warn" | "pos" | "neutral" | "neg"> = {
  running: "accent",
  paused: "warn",
  done: "pos",
  cancelled: "neutral",
  failed: "neg",
};

/** Whether a job can still go on. */
export function isUnfinished(job: ImportJobView): boolean {
  return job.state === "running" || job.state === "paused";
}

/** How much of a job is done, 0 to 1; nothing when its size is not known, as of a stream. */
export function doneShare(job: ImportJobView): number | undefined {
  if (job.state === "done") return 1;
  return job.total > 0 ? Math.min(job.done / job.total, 1) : undefined;
}

/** How long a job took, or has been at it, ms. */
export function tookMs(job: ImportJobView, now: number): number {
  return Math.max((job.finished_ms ?? now) - job.started_ms, 0);
}

/** The line beside the screen's title: `1 running, 1 to review, 38 done`. */
export function summaryWords(jobs: readonly ImportJobView[], toReview: number): string {
  const count = (state: ImportState) => jobs.filter((job) => job.state === state && !job.dry_run).length;
  const parts = [
    [count("running"), "running"],
    [count("paused"), "paused"],
    [toReview, "to review"],
    [count("failed"), "failed"],
    [count("done"), "done"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return said.join(", ");
}

/** How much of what was read was refused, in percent. */
export function refusedPercent(job: ImportJobView): number {
  return job.lines > 0 ? (job.refused / job.lines) * 100 : 0;
}

/** How much was refused: whole lines, and parts of lines that were stored. */
export function refusedWords(job: ImportJobView): string {
  const lines = counted(job.refused, "line");
  return job.remarks > 0 ? `${lines}, ${counted(job.remarks, "part")}` : lines;
}
