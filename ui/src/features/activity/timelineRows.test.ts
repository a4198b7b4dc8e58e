import { describe, expect, it } from "vitest";
import type { TimelineBatchView, TimelineEventView } from "../../api/generated/admin";
import { addressOf, dayOf, rowAt, rowHeight, rowTops, takesCursor, timelineRows } from "./timelineRows";

const at = (day: number, hour: number, minute: number, second = 0) =>
  new Date(2026, 10, day, hour, minute, second).getTime();

function event(seq: string, index: number, ms: number, more: Partial<TimelineEventView> = {}): TimelineEventView {
  return {
    seq,
    index,
    time_ms: ms,
    ordered_ms: ms,
    event_type: "screen_view",
    category: "screen",
    name: "Home",
    detail: "screen",
    amount: null,
    currency: null,
    session: null,
    session_start_ms: null,
    commerce: null,
    ...more,
  };
}

const batch = (seq: string): TimelineBatchView => ({
  seq,
  batch_id: null,
  input: 1,
  input_name: "Web",
  platform: "web",
  app_version: null,
  device: null,
  received_ms: at(23, 15, 3),
  events: 2,
});

const layout = (events: TimelineEventView[], change: Partial<Parameters<typeof timelineRows>[0]> = {}) =>
  timelineRows({
    events,
    batches: new Map(events.map((entry) => [entry.seq, batch(entry.seq)])),
    grouping: "batch",
    opened: new Set(),
    more: false,
    ...change,
  });

describe("the rows of the timeline", () => {
  const inSession = { session: "s1", session_start_ms: at(23, 14, 41) };
  const events = [
    event("9", 1, at(23, 15, 2), inSession),
    event("9", 0, at(23, 15, 1), inSession),
    event("8", 0, at(23, 14, 50), inSession),
    event("7", 0, at(23, 8, 21)),
    event("6", 0, at(22, 23, 59)),
  ];

  it("puts each event under its day, session and batch, with the pauses between", () => {
    expect(layout(events).map((row) => row.kind)).toEqual([
      "day",
      "session",
      "batch",
      "event",
      "event",
      "gap",
      "batch",
      "event",
      "gap",
      "session",
      "batch",
      "event",
      "day",
      "session",
      "batch",
      "event",
    ]);
  });

  it("leaves out what the grouping does not ask for", () => {
    expect(layout(events, { grouping: "day" }).some((row) => row.kind === "session" || row.kind === "batch")).toBe(
      false,
    );
    expect(layout(events, { grouping: "session" }).some((row) => row.kind === "batch")).toBe(false);
  });

  it("says nothing of sessions where no event has one", () => {
    expect(layout(events.slice(3)).some((row) => row.kind === "session")).toBe(false);
  });

  it("counts a day as whole only when the next one has begun or nothing is left to load", () => {
    const days = (more: boolean) => layout(events, { more }).filter((row) => row.kind === "day");
    expect(days(true).map((day) => [day.events, day.batches, day.whole])).toEqual([
      [4, 3, true],
      [1, 1, false],
    ]);
    expect(days(false).map((day) => day.whole)).toEqual([true, true]);
  });

  it("counts a session from its start, not from its first event shown", () => {
    const session = layout(events).find((row) => row.kind === "session");
    expect(session).toMatchObject({ startMs: at(23, 14, 41), endMs: at(23, 15, 2), events: 3 });
  });

  it("hangs the products under an opened purchase, as high as it is drawn", () => {
    const line = { name: "Sock", detail: "", sku: null, quantity: "2", price: "17.50", total: "35.00" };
    const commerce = {
      action: "purchase",
      currency: "EUR",
      transaction_id: "1",
      total: "35.00",
      tax: null,
      shipping: null,
      coupon: null,
      products: [line, line],
    };
    const purchase = event("9", 0, at(23, 15, 1), { category: "commerce", commerce });
    const rows = layout([purchase], { opened: new Set(["9-0"]), grouping: "day" });
    expect(rows.map((row) => row.kind)).toEqual(["day", "event", "products"]);
    expect(rows.map(rowHeight)).toEqual([28, 28, 26 + 56 + 34 + 9]);
    expect(
      layout([event("9", 1, at(23, 15, 2))], { opened: new Set(["9-1"]) }).some((row) => row.kind === "products"),
    ).toBe(false);
  });

  it("gives every row a key of its own even when batches interleave", () => {
    const mixed = [
      event("2", 1, at(23, 12, 3)),
      event("1", 1, at(23, 12, 2)),
      event("2", 0, at(23, 12, 1)),
      event("1", 0, at(23, 12, 0)),
    ];
    const keys = layout(mixed).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("does not count what stands above a list that begins in the middle", () => {
    const heads = layout(events, { cut: true }).filter((row) => row.kind === "day" || row.kind === "session");
    expect(heads.map((row) => [row.kind, row.whole])).toEqual([
      ["day", false],
      ["session", false],
      ["session", true],
      ["day", true],
      ["session", true],
    ]);
  });

  it("are found by their height", () => {
    const rows = layout(events);
    const tops = rowTops(rows);
    expect(tops).toHaveLength(rows.length + 1);
    expect(rowAt(tops, 0)).toBe(0);
    expect(rowAt(tops, 27)).toBe(0);
    expect(rowAt(tops, 28)).toBe(1);
    expect(rowAt(tops, 1e9)).toBe(rows.length - 1);
    expect(rowAt(rowTops([]), 5)).toBe(0);
    expect(dayOf(rows, 5)?.dayMs).toBe(new Date(2026, 10, 23).getTime());
    expect(dayOf(rows, rows.length - 1)?.dayMs).toBe(new Date(2026, 10, 22).getTime());
    expect(dayOf([], 0)).toBeUndefined();
  });

  it("have an address if they can be opened", () => {
    const rows = layout(events).filter(takesCursor);
    expect(rows.slice(0, 2).map(addressOf)).toEqual(["9-batch", "9-1"]);
  });
});
