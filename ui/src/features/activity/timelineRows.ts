/** The timeline as a flat list of rows of known height, which is what a virtual list wants. */

import type { TimelineBatchView, TimelineEventView } from "../../api/generated/admin";
import { DAY_MS, localDay } from "../../components/clock";

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
  startMs: number;
  endMs: number;
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
}

/** Lays events out under the heads of their day, session and batch. */
export function timelineRows({ events, batches, grouping, opened, more }: TimelineInput): TimelineRow[] {
  const rows: TimelineRow[] = [];
  // A feed knows no sessions: with none on the whole page "No session" over everything says nothing.
  const sessions = grouping !== "day" && events.some((event) => event.session !== null);
  let day: DayRow | undefined;
  let daySeqs = new Set<string>();
  let session: SessionRow | undefined;
  let batch: BatchRow | undefined;
  let before: TimelineEventView | undefined;

  for (const event of events) {
    const key = eventKey(event);
    const dayMs = localDay(event.ordered_ms);
    const newDay = day === undefined || day.dayMs !== dayMs;
    if (newDay) {
      if (day) day.whole = true;
      day = { kind: "day", key: `day-${dayMs}`, dayMs, events: 0, batches: 0, whole: false };
      daySeqs = new Set();
      rows.push(day);
    }
    const pause = !newDay && before ? Math.abs(event.ordered_ms - before.ordered_ms) : 0;
    if (pause >= GAP_MS && pause < DAY_MS) rows.push({ kind: "gap", key: `gap-${key}`, ms: pause });

    const newSession = sessions && (newDay || session === undefined || session.session !== event.session);
    if (newSession) {
      if (session) session.whole = true;
      const startMs = event.session_start_ms ?? event.ordered_ms;
      session = {
        kind: "session",
        key: `session-${key}`,
        session: event.session,
        startMs,
        endMs: event.ordered_ms,
        events: 0,
        whole: false,
      };
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
    }
    if (batch) {
      batch.shown += 1;
      batch.newestMs = Math.max(batch.newestMs, event.time_ms);
    }
    before = event;
  }
  if (day) day.whole = !more;
  if (session) session.whole = !more;
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

/** Whether the cursor can stand on a row. */
export function takesCursor(row: TimelineRow): row is EventRow | BatchRow {
  return row.kind === "event" || row.kind === "batch";
}
