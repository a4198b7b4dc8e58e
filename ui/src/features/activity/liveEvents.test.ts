import { describe, expect, it } from "vitest";
import type { ActivityPageView, TimelineEventView } from "../../api/generated/admin";
import { joinPages, leavesHole, unseen, withFresh } from "./liveEvents";
import { fromStart, pageOf } from "./timelineWindow";

const event = (seq: number, ms = seq) => ({ seq: String(seq), index: 0, ordered_ms: ms }) as TimelineEventView;
const page = (...events: TimelineEventView[]): ActivityPageView => ({ events, batches: [], next: null });

describe("live events", () => {
  it("are those of the fresh page that the list has not got", () => {
    const loaded = [event(5), event(4), event(3)];
    expect(unseen(page(event(7), event(6), event(5), event(4)), loaded, true).map((entry) => entry.seq)).toEqual([
      "7",
      "6",
    ]);
    expect(unseen(undefined, loaded, true)).toEqual([]);
  });

  it("do not count what merely lies further down", () => {
    expect(unseen(page(event(5), event(4), event(2)), [event(5), event(4)], true)).toEqual([]);
  });

  it("count a late event, and everything when nothing was there", () => {
    expect(
      unseen(page(event(5), event(9, 4.5), event(4)), [event(5), event(4)], true).map((entry) => entry.seq),
    ).toEqual(["9"]);
    expect(unseen(page(event(1)), [], false)).toHaveLength(1);
  });

  it("stand in the list once even if two pages have them", () => {
    expect(joinPages([page(event(5), event(4)), page(event(4), event(3))]).events.map((entry) => entry.seq)).toEqual([
      "5",
      "4",
      "3",
    ]);
  });

  it("are put on top of the first page, with their batches", () => {
    const first = pageOf(page(event(5), event(4)), fromStart);
    const batch = { seq: "6" } as ActivityPageView["batches"][number];
    const [joined] = withFresh([first], [event(6)], [batch]);
    expect(joined?.events.map((entry) => entry.seq)).toEqual(["6", "5", "4"]);
    expect(joined?.batches).toEqual([batch]);
    expect(joined?.part).toBe(first.part);
    expect(withFresh([], [event(6)], [])).toEqual([]);
  });

  it("leave a hole when there are more than a page of them", () => {
    const head = { ...page(event(9), event(8)), next: "c" };
    expect(leavesHole(head, head.events, 5)).toBe(true);
    expect(leavesHole(head, head.events.slice(1), 5)).toBe(false);
    expect(leavesHole(head, head.events, 0)).toBe(false);
    expect(leavesHole({ ...head, next: null }, head.events, 5)).toBe(false);
  });

  it("stand in the order of time even if they came late", () => {
    const late = event(9, 4.5);
    expect(joinPages([page(late, event(5), event(4))]).events.map((entry) => entry.seq)).toEqual(["5", "9", "4"]);
    expect(joinPages([page(event(10, 1), event(9, 1))]).events.map((entry) => entry.seq)).toEqual(["10", "9"]);
    expect(joinPages([page(event(2, 1), event(10, 1)), page(event(9, 1))], true).events.map((e) => e.seq)).toEqual([
      "2",
      "9",
      "10",
    ]);
  });
});
