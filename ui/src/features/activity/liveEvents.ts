/** Events that came after the list was loaded: what of a fresh first page the reader has not got yet. */

import type { ActivityPageView, TimelineBatchView, TimelineEventView } from "../../api/generated/admin";
import { eventKey } from "./timelineRows";
import type { TimelinePage } from "./timelineWindow";

/** The events of a fresh first page that are not among the loaded ones. */
export function unseen(
  head: ActivityPageView | undefined,
  loaded: readonly TimelineEventView[],
  more: boolean,
): TimelineEventView[] {
  if (!head) return [];
  // Without a fresh event on top the page is the one that is loaded: no need to look through it.
  const known = new Set(loaded.slice(0, 2 * head.events.length + 1).map(eventKey));
  const last = loaded[loaded.length - 1];
  // A first page can reach further than what is loaded; what lies beyond the end of that is not new, only further down.
  const beyond = (event: TimelineEventView) => more && last !== undefined && event.ordered_ms <= last.ordered_ms;
  return head.events.filter((event) => !known.has(eventKey(event)) && !beyond(event));
}

/** Whether so much came in that the fresh page does not reach down to the loaded ones: between them lies a hole. */
export function leavesHole(head: ActivityPageView, fresh: readonly TimelineEventView[], loaded: number): boolean {
  return loaded > 0 && head.next !== null && fresh.length === head.events.length;
}

/** The loaded pages with fresh events in the first of them. */
export function withFresh(
  pages: readonly TimelinePage[],
  fresh: readonly TimelineEventView[],
  batches: readonly TimelineBatchView[],
): TimelinePage[] {
  const [first, ...rest] = pages;
  if (!first || fresh.length === 0) return [...pages];
  const known = new Set(first.batches.map((batch) => batch.seq));
  const more = batches.filter((batch) => !known.has(batch.seq));
  return [{ ...first, events: [...fresh, ...first.events], batches: [...more, ...first.batches] }, ...rest];
}

export interface JoinedPages {
  events: TimelineEventView[];
  batches: Map<string, TimelineBatchView>;
}

/** The order of time; of one moment, the order of the log. */
function inTime(one: TimelineEventView, other: TimelineEventView): number {
  if (one.ordered_ms !== other.ordered_ms) return one.ordered_ms - other.ordered_ms;
  if (one.seq !== other.seq) return one.seq.length - other.seq.length || (one.seq < other.seq ? -1 : 1);
  return one.index - other.index;
}

/** All pages as one list, each event once: a page can overlap the one before when events came in between. */
export function joinPages(pages: readonly ActivityPageView[], oldest = false): JoinedPages {
  const seen = new Set<string>();
  const events: TimelineEventView[] = [];
  const batches = new Map<string, TimelineBatchView>();
  const direction = oldest ? 1 : -1;
  let ordered = true;
  for (const page of pages) {
    for (const batch of page.batches) batches.set(batch.seq, batch);
    for (const event of page.events) {
      const key = eventKey(event);
      if (seen.has(key)) continue;
      seen.add(key);
      const before = events[events.length - 1];
      if (before && inTime(before, event) * direction > 0) ordered = false;
      events.push(event);
    }
  }
  // A batch that comes late brings events from before the newest.
  if (!ordered) events.sort((one, other) => inTime(one, other) * direction);
  return { events, batches };
}
