/** A preview of resolving the log anew, in shares and words. */

import type { AffectedUserView, ResolutionChangeView, ResolutionPreviewView } from "../../../api/generated/admin";
import { counted, countText } from "../../../components/numbers";

export interface PreviewPart {
  name: "same" | "merge" | "split";
  words: string;
  count: number;
}

/** The users of today by what would become of them, as the bar shows them. */
export function previewParts(preview: ResolutionPreviewView): PreviewPart[] {
  return [
    { name: "same", words: "Stay", count: preview.same },
    { name: "merge", words: "Merge", count: preview.merges },
    { name: "split", words: "Split", count: preview.splits },
  ];
}

/** `+12`, `−7,126`, `0` */
export function differenceText(before: number, after: number): string {
  const difference = after - before;
  return difference > 0 ? `+${countText(difference)}` : countText(difference);
}

export function userWords(user: AffectedUserView): string {
  return user.name ?? "Anonymous";
}

/** How many more there are than are named. */
export function unnamed(change: ResolutionChangeView): number {
  return Math.max(0, change.before_count - change.before.length);
}

/** What giving the log out anew came to. */
export function appliedText(preview: Pick<ResolutionPreviewView, "moved_entries" | "changed_users">): string {
  if (preview.changed_users === 0) return "Resolved anew: every user stayed as it was.";
  const entries = counted(preview.moved_entries, "log entry", "log entries");
  return `Resolved anew: ${entries} went to other users, ${counted(preview.changed_users, "user", "users")} changed.`;
}
