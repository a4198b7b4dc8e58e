import { describe, expect, it } from "vitest";
import type { ActivityPageView, TimelineEventView } from "../../api/generated/admin";
import { joinPages, unseen } from "./liveEvents";

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
});
