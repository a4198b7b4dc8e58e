/** The timeline as a flat list of rows of known height, which is what a virtual list wants. */

import type { TimelineBatchView, TimelineEventView } from "../../api/generated/admin";
import { DAY_MS, localDay } from "../../components/clock";
import { knowEnds } from "./sessionEnds";

export type Grouping = "day" | "session" | "batch";

export interface DayRow {
  kind: "day";
  key: string;
  dayMs: number;
  events: number;
  batches: number;
  /** Whether all events of the day are loaded, so that the counts are exact. */
  whole: boolean;
}

export interface SessionRow {
  kind: "session";
  key: string;
  /** Absent for events outside of any session. */
  session: string | null;
  /** Of what is loaded, or as its events tell. */
  startMs: number;
  endMs: number;
  /** Whether these are the session's own beginning and end. */
  startKnown: boolean;
  endKnown: boolean;
  events: number;
  whole: boolean;
}

export interface BatchRow {
  kind: "batch";
  key: string;
  seq: string;
  batch: TimelineBatchView | undefined;
  /** How many of the batch's events stand under this head. */
  shown: number;
  newestMs: number;
}

export interface GapRow {
  kind: "gap";
  key: string;
  ms: number;
}

export interface EventRow {
  kind: "event";
  key: string;
  event: TimelineEventView;
  batch: TimelineBatchView | undefined;
}

export interface ProductsRow {
  kind: "products";
  key: string;
  event: TimelineEventView;
}

export type TimelineRow = DayRow | SessionRow | BatchRow | GapRow | EventRow | ProductsRow;

/** A pause this long is worth a stub on the line. */
const GAP_MS = 5 * 60_000;

/** Names an event in the address and in sets: `123-4`. */
export function eventKey(event: { seq: string; index: number }): string {
  return `${event.seq}-${event.index}`;
}

export interface TimelineInput {
  events: readonly TimelineEventView[];
  batches: ReadonlyMap<string, TimelineBatchView>;
  grouping: Grouping;
  /** Events whose products are shown. */
  opened: ReadonlySet<string>;
  /** Whether more events can be loaded after the last. */
  more: boolean;
  /** Whether there are events before the first that are not loaded. */
  cut?: boolean;
  /** Oldest on top. */
  oldest?: boolean;
  /** Whether a filter hides events. */
  filtered?: boolean;
}

/** Lays events out under the heads of their day, session and batch. */
export function timelineRows({
  events,
  batches,
  grouping,
  opened,
  more,
  cut = false,
  oldest = false,
  filtered = false,
}: TimelineInput): TimelineRow[] {
  const rows: TimelineRow[] = [];
  // A feed knows no sessions: with none on the whole page "No session" over everything says nothing.
  const sessions = grouping !== "day" && events.some((event) => event.session !== null);
  let day: DayRow | undefined;
  let daySeqs = new Set<string>();
  let session: SessionRow | undefined;
  let batch: BatchRow | undefined;
  let before: TimelineEventView | undefined;
  const firstDay = events[0] ? localDay(events[0].ordered_ms) : undefined;
  // The heads at the top of a list that begins in the middle stand for more than is loaded.
  const isWhole = (head: DayRow | SessionRow) =>
    !cut || (head.kind === "day" ? head.dayMs !== firstDay : head.key !== firstSession);
  let firstSession: string | undefined;

  for (const event of events) {
    const key = eventKey(event);
    const dayMs = localDay(event.ordered_ms);
    const newDay = day === undefined || day.dayMs !== dayMs;
    if (newDay) {
      if (day) day.whole = isWhole(day);
      day = { kind: "day", key: `day-${dayMs}`, dayMs, events: 0, batches: 0, whole: false };
      daySeqs = new Set();
      rows.push(day);
    }
    const pause = !newDay && before ? Math.abs(event.ordered_ms - before.ordered_ms) : 0;
    if (pause >= GAP_MS && pause < DAY_MS) rows.push({ kind: "gap", key: `gap-${key}`, ms: pause });

    const newSession = sessions && (newDay || session === undefined || session.session !== event.session);
    if (newSession) {
      if (session) session.whole = isWhole(session);
      const startMs = event.session_start_ms ?? event.ordered_ms;
      session = {
        kind: "session",
        key: `session-${key}`,
        session: event.session,
        startMs,
        endMs: event.ordered_ms,
        startKnown: false,
        endKnown: false,
        events: 0,
        whole: false,
      };
      firstSession ??= session.key;
      rows.push(session);
    }
    if (grouping === "batch" && (newDay || newSession || batch === undefined || batch.seq !== event.seq)) {
      batch = {
        kind: "batch",
        key: `batch-${key}`,
        seq: event.seq,
        batch: batches.get(event.seq),
        shown: 0,
        newestMs: event.time_ms,
      };
      rows.push(batch);
    }
    rows.push({ kind: "event", key, event, batch: batches.get(event.seq) });
    if (opened.has(key) && hasProducts(event)) rows.push({ kind: "products", key: `products-${key}`, event });

    if (day) {
      day.events += 1;
      daySeqs.add(event.seq);
      day.batches = daySeqs.size;
    }
    if (session) {
      session.events += 1;
      session.endMs = Math.max(session.endMs, event.ordered_ms);
      session.startMs = Math.min(session.startMs, event.ordered_ms);
      session.startKnown ||= event.session_start_ms !== null || event.event_type === "session_start";
    }
    if (batch) {
      batch.shown += 1;
      batch.newestMs = Math.max(batch.newestMs, event.time_ms);
    }
    before = event;
  }
  if (day) day.whole = !more && isWhole(day);
  if (session) session.whole = !more && isWhole(session);
  knowEnds(
    rows.filter((row) => row.kind === "session"),
    { oldest, filtered, above: cut, below: more },
  );
  return rows;
}

/** Whether an event opens to a table of products. */
export function hasProducts(event: TimelineEventView): boolean {
  const { commerce } = event;
  return commerce !== null && (commerce.products.length > 0 || commerce.total !== null);
}

/** The height of a row in px; the style sheet holds the same numbers. */
export function rowHeight(row: TimelineRow): number {
  if (row.kind === "gap") return 22;
  if (row.kind !== "products") return 28;
  const lines = row.event.commerce?.products.length ?? 0;
  const head = lines > 0 ? 26 : 0;
  // Head, a line for each product, the totals, a border below and the air under the box.
  return head + lines * 28 + 34 + 1 + 8;
}

/** Where each row begins, and at the last place where the list ends. */
export function rowTops(rows: readonly TimelineRow[]): Float64Array {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, place) => {
    tops[place + 1] = (tops[place] ?? 0) + rowHeight(row);
  });
  return tops;
}

/** The row at a height: the last one that begins at or above it. */
export function rowAt(tops: Float64Array, height: number): number {
  let low = 0;
  let high = Math.max(tops.length - 2, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The day that a row stands under. */
export function dayOf(rows: readonly TimelineRow[], place: number): DayRow | undefined {
  for (let at = Math.min(place, rows.length - 1); at >= 0; at -= 1) {
    const row = rows[at];
    if (row?.kind === "day") return row;
  }
  return undefined;
}

/** Whether the cursor can stand on a row. */
export function takesCursor(row: TimelineRow): row is EventRow | BatchRow {
  return row.kind === "event" || row.kind === "batch";
}

/** Names a row in the address: an event, or a batch as a whole. */
export function addressOf(row: EventRow | BatchRow): string {
  return row.kind === "event" ? row.key : `${row.seq}-batch`;
}
