import { describe, expect, it } from "vitest";
import { cursorAfter } from "./cursorMoves";

/** Rows and heads: `-` can carry the cursor, `#` cannot. */
const field = (rows: string, page = 4) => ({ count: rows.length, page, lands: (index: number) => rows[index] === "-" });

describe("the cursor of a list", () => {
  it("steps over heads", () => {
    expect(cursorAfter("ArrowDown", -1, field("#--#-"))).toBe(1);
    expect(cursorAfter("ArrowDown", 2, field("#--#-"))).toBe(4);
    expect(cursorAfter("ArrowUp", 4, field("#--#-"))).toBe(2);
  });

  it("stays at the ends", () => {
    expect(cursorAfter("ArrowDown", 4, field("#--#-"))).toBe(4);
    expect(cursorAfter("ArrowUp", 1, field("#--#-"))).toBe(1);
    expect(cursorAfter("ArrowDown", 1, field("--#"))).toBe(1);
  });

  it("leaps by a page and to the ends", () => {
    expect(cursorAfter("PageDown", 0, field("----------"))).toBe(3);
    expect(cursorAfter("PageDown", 8, field("----------"))).toBe(9);
    expect(cursorAfter("PageUp", 1, field("#---------"))).toBe(1);
    expect(cursorAfter("Home", 5, field("#-----"))).toBe(1);
    expect(cursorAfter("End", 1, field("#---#"))).toBe(3);
  });

  it("leaves other keys and empty lists alone", () => {
    expect(cursorAfter("a", 0, field("--"))).toBeNull();
    expect(cursorAfter("ArrowDown", -1, field(""))).toBeNull();
    expect(cursorAfter("ArrowDown", -1, field("##"))).toBe(-1);
  });
});
