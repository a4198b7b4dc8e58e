import { expect, it } from "vitest";
import { headsBefore, stickyBefore, withAlways } from "./listRange";

it("finds the head of a row", () => {
  expect([0, 3, 4, 9].map((index) => stickyBefore([0, 4], index))).toEqual([0, 0, 4, 4]);
  expect(stickyBefore([2], 1)).toBe(-1);
  expect(stickyBefore([], 1)).toBe(-1);
});

it("counts the heads before a row", () => {
  expect([0, 1, 4, 5].map((index) => headsBefore([0, 4], index))).toEqual([0, 1, 1, 2]);
});

it("keeps the row at the cursor and the head, in order", () => {
  const range = { startIndex: 10, endIndex: 12, overscan: 1, count: 100 };
  expect(withAlways(range, 50, 4)).toEqual([4, 9, 10, 11, 12, 13, 50]);
  expect(withAlways(range, -1, 100)).toEqual([9, 10, 11, 12, 13]);
});
