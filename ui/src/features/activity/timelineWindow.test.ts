import { describe, expect, it } from "vitest";
import type { ActivityPageView, TimelineEventView } from "../../api/generated/admin";
import { filterOf } from "./address";
import {
  beginsAtStart,
  fromEnd,
  fromMoment,
  fromStart,
  type PagePart,
  pageOf,
  pageRequest,
  partAfter,
  partBefore,
} from "./timelineWindow";

const event = (ms: number) => ({ seq: String(ms), index: 0, ordered_ms: ms }) as TimelineEventView;
const view = (times: number[], next: string | null): ActivityPageView => ({
  events: times.map(event),
  batches: [],
  next,
});
const query = { mpid: "1", filter: filterOf({}), oldest: false };
const times = (part: PagePart, list: number[], next: string | null) => pageOf(view(list, next), part);

describe("what a page is asked for", () => {
  it("goes with time or against it, as the order and the direction say", () => {
    expect(pageRequest(query, fromStart)).toMatchObject({ oldest_first: false, cursor: null });
    expect(pageRequest(query, fromEnd)).toMatchObject({ oldest_first: true });
    expect(pageRequest({ ...query, oldest: true }, fromStart)).toMatchObject({ oldest_first: true });
    expect(pageRequest({ ...query, oldest: true }, fromEnd)).toMatchObject({ oldest_first: false });
  });

  it("starts at a moment, within the filter", () => {
    expect(pageRequest(query, fromMoment(50)).filter).toMatchObject({ from_ms: null, to_ms: 51 });
    expect(pageRequest(query, { towards: "back", cursor: null, edgeMs: 50 }).filter).toMatchObject({
      from_ms: 50,
      to_ms: null,
    });
    const narrow = { ...query, filter: filterOf({ from: 60, to: 40 }) };
    expect(pageRequest(narrow, fromMoment(50)).filter.to_ms).toBe(40);
    expect(pageRequest(narrow, { towards: "back", cursor: null, edgeMs: 50 }).filter.from_ms).toBe(60);
  });

  it("keeps the filter as it is once there is a cursor", () => {
    expect(pageRequest(query, { ...fromMoment(50), cursor: "c" })).toMatchObject({
      cursor: "c",
      filter: { from_ms: null, to_ms: null },
    });
  });
});

describe("the loaded part of a timeline", () => {
  it("grows downwards from the newest event and ends with the oldest", () => {
    const first = times(fromStart, [9, 8], "c1");
    expect(partAfter([first])).toEqual({ ...fromStart, cursor: "c1" });
    expect(partBefore([first])).toBeUndefined();
    expect(beginsAtStart([first])).toBe(true);
    expect(partAfter([first, times({ ...fromStart, cursor: "c1" }, [7], null)])).toBeUndefined();
  });

  it("grows upwards from the oldest event", () => {
    const last = times(fromEnd, [1, 2], "c1");
    expect(last.events.map((entry) => entry.ordered_ms)).toEqual([2, 1]);
    expect(partAfter([last])).toBeUndefined();
    expect(partBefore([last])).toEqual({ ...fromEnd, cursor: "c1" });
    expect(beginsAtStart([times({ ...fromEnd, cursor: "c1" }, [3], null), last])).toBe(true);
  });

  it("grows both ways from a moment", () => {
    const middle = times(fromMoment(5), [5, 4], "c1");
    expect(partBefore([middle])).toEqual({ towards: "back", cursor: null, edgeMs: 5 });
    expect(partAfter([middle])).toEqual({ ...fromMoment(5), cursor: "c1" });
    expect(beginsAtStart([middle])).toBe(false);
  });

  it("goes back to what it let go of at either end", () => {
    const deep = times({ ...fromStart, cursor: "c9" }, [5, 4], "c10");
    expect(partBefore([deep])).toEqual({ towards: "back", cursor: null, edgeMs: 5 });
    const high = times({ towards: "back", cursor: "c3", edgeMs: 5 }, [6, 7], "c4");
    expect(partAfter([high])).toEqual(fromMoment(6));
  });

  it("starts from what it was asked for when a page came back empty", () => {
    expect(partBefore([times(fromMoment(5), [], null)])).toEqual({ towards: "back", cursor: null, edgeMs: 5 });
    expect(partAfter([])).toBeUndefined();
    expect(partBefore([])).toBeUndefined();
  });
});
