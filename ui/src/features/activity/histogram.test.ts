import { describe, expect, it } from "vitest";
import type { DayView } from "../../api/generated/admin";
import { DAY_MS } from "../../components/clock";
import {
  axisTicks,
  binDays,
  binTotal,
  brushBetween,
  brushCount,
  brushKey,
  brushOf,
  brushTimes,
  moveBrush,
  widenBrush,
} from "./histogram";

const day0 = Date.UTC(2026, 8, 25);
const day = (index: number, screen: number): DayView => ({
  day_ms: day0 + index * DAY_MS,
  screen,
  commerce: 1,
  custom: 0,
  other: 0,
});

describe("the bars", () => {
  it("stand for a day each, with the empty days between", () => {
    const bins = binDays([day(0, 3), day(4, 2)], 100, day0 + 400 * DAY_MS);
    expect(bins.map(binTotal)).toEqual([4, 0, 0, 0, 3]);
  });

  it("go on to today when the user was seen lately, and do not when not", () => {
    expect(binDays([day(0, 1)], 100, day0 + 3 * DAY_MS + 5)).toHaveLength(4);
    expect(binDays([day(0, 1)], 100, day0 + 90 * DAY_MS)).toHaveLength(1);
  });

  it("stand for weeks when days do not fit, the newest one whole", () => {
    const days = Array.from({ length: 200 }, (_, index) => day(index, index));
    const bins = binDays(days, 60, day0 + 199 * DAY_MS);
    expect(bins).toHaveLength(29);
    expect(bins[28]).toMatchObject({ endMs: day0 + 200 * DAY_MS });
    expect(bins.reduce((sum, bin) => sum + binTotal(bin), 0)).toBe(
      days.reduce((sum, entry) => sum + entry.screen + 1, 0),
    );
  });

  it("show some days before the first when there are few", () => {
    const bins = binDays([day(4, 3)], 100, day0 + 400 * DAY_MS, 28);
    expect(bins).toHaveLength(28);
    expect(bins.map(binTotal).slice(-2)).toEqual([0, 4]);
  });

  it("are none for a user without events", () => {
    expect(binDays([], 60, day0)).toEqual([]);
  });
});

describe("the brush", () => {
  const bins = binDays(
    Array.from({ length: 10 }, (_, index) => day(index, index)),
    100,
    day0 + 900 * DAY_MS,
  );

  it("means the time from the start of its first bar to the end of its last, and back", () => {
    const times = brushTimes(bins, { first: 2, last: 4 });
    expect(times).toEqual({ from: day0 + 2 * DAY_MS, to: day0 + 5 * DAY_MS });
    expect(brushOf(bins, times?.from, times?.to)).toEqual({ first: 2, last: 4 });
    expect(brushOf(bins, undefined, undefined)).toBeUndefined();
    expect(brushOf(bins, day0 + 8 * DAY_MS, undefined)).toEqual({ first: 8, last: 9 });
    expect(brushOf(bins, day0 + 80 * DAY_MS, undefined)).toBeUndefined();
  });

  it("is the same dragged either way, and stays on the bars", () => {
    expect(brushBetween(7, 3, 10)).toEqual({ first: 3, last: 7 });
    expect(brushBetween(7, 30, 10)).toEqual({ first: 7, last: 9 });
    expect(brushBetween(2, -4, 10)).toEqual({ first: 0, last: 2 });
  });

  it("keeps its width when it is moved into an end", () => {
    expect(moveBrush({ first: 7, last: 8 }, 5, 10)).toEqual({ first: 8, last: 9 });
    expect(moveBrush({ first: 1, last: 3 }, -5, 10)).toEqual({ first: 0, last: 2 });
    expect(widenBrush({ first: 4, last: 4 }, -1, 10)).toEqual({ first: 4, last: 4 });
  });

  it("is driven by keys", () => {
    expect(brushKey("ArrowLeft", false, undefined, 10)).toEqual({ first: 9, last: 9 });
    expect(brushKey("ArrowLeft", false, { first: 4, last: 6 }, 10)).toEqual({ first: 3, last: 5 });
    expect(brushKey("ArrowRight", true, { first: 4, last: 6 }, 10)).toEqual({ first: 4, last: 7 });
    expect(brushKey("End", false, { first: 4, last: 6 }, 10)).toEqual({ first: 7, last: 9 });
    expect(brushKey("Home", true, { first: 4, last: 6 }, 10)).toEqual({ first: 0, last: 6 });
    expect(brushKey("Escape", false, { first: 4, last: 6 }, 10)).toBeNull();
    expect(brushKey("Escape", false, undefined, 10)).toBeUndefined();
    expect(brushKey("a", false, { first: 4, last: 6 }, 10)).toBeUndefined();
    expect(brushKey("ArrowLeft", false, undefined, 0)).toBeUndefined();
  });

  it("counts what it covers", () => {
    expect(brushCount(bins, { first: 0, last: 1 })).toEqual({ within: 3, all: 55 });
  });
});

describe("the axis", () => {
  it("names the first and the last bar and some between", () => {
    expect(axisTicks(60, 5)).toEqual([0, 15, 30, 44, 59]);
    expect(axisTicks(3, 5)).toEqual([0, 1, 2]);
    expect(axisTicks(0, 5)).toEqual([]);
  });
});
