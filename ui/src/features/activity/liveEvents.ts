/** Events that came after the list was loaded: what of a fresh first page the reader has not got yet. */

import type { ActivityPageView, TimelineEventView } from "../../api/generated/admin";
import { eventKey } from "./timelineRows";

/** The events of a fresh first page that are not among the loaded ones. */
export function unseen(
  head: ActivityPageView | undefined,
  loaded: readonly TimelineEventView[],
  more: boolean,
): TimelineEventView[] {
  if (!head) return [];
  const known = new Set(loaded.map(eventKey));
  const last = loaded[loaded.length - 1];
  // A first page can reach further than what is loaded; what lies beyond the end of that is not new, only further down.
  const beyond = (event: TimelineEventView) => more && last !== undefined && event.ordered_ms <= last.ordered_ms;
  return head.events.filter((event) => !known.has(eventKey(event)) && !beyond(event));
}

/** All pages as one list, each event once: a page can overlap the one before when events came in between. */
export function joinPages(
  pages: readonly ActivityPageView[],
): Pick<ActivityPageView, "events"> & { batches: Map<string, ActivityPageView["batches"][number]> } {
  const seen = new Set<string>();
  const events: TimelineEventView[] = [];
  const batches = new Map<string, ActivityPageView["batches"][number]>();
  for (const page of pages) {
    for (const batch of page.batches) batches.set(batch.seq, batch);
    for (const event of page.events) {
      const key = eventKey(event);
      if (seen.has(key)) continue;
      seen.add(key);
      events.push(event);
    }
  }
  return { events, batches };
}
