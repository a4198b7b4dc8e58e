import type { ImportJobView } from "../../api/generated/admin";
import { counted, countText } from "../../components/numbers";

/** A dry run counts so many batches and then only reads on: see what the engine keeps in memory for it. */
const countedAtMost = 500_000;

/** Whether the dry run stopped counting before the end of the file. */
export function isCountedInPart(job: ImportJobView): boolean {
  return job.accepted + job.duplicates >= countedAtMost;
}

/** What stands on the button that imports, once it is known what it does. */
export function importWords(job: ImportJobView): string {
  if (job.state === "failed") return "Import what can be read";
  if (job.state === "cancelled" || isCountedInPart(job)) return "Import the whole file";
  return `Import ${counted(job.accepted, "batch", "batches")}`;
}

/** Whether an import would store anything. */
export function hasSomething(job: ImportJobView): boolean {
  return job.accepted > 0;
}

/** The sentence under the figures. */
export function storedWords(job: ImportJobView): string {
  const stored = `${counted(job.accepted, "batch", "batches")} with ${counted(job.events, "event")}`;
  if (job.duplicates === 0) return `${stored}, none of them here before.`;
  return `${stored}; ${countText(job.duplicates)} more ${job.duplicates === 1 ? "was" : "were"} here before.`;
}
