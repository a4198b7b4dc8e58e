import { describe, expect, it } from "vitest";
import { inFront, noteLookup, pinned, recent, togglePin } from "./lookups";

describe("look-ups", () => {
  it("put the newest in front, once", () => {
    expect(inFront(["1", "2", "3"], "3", 12)).toEqual(["3", "1", "2"]);
    expect(inFront(["1", "2"], "9", 2)).toEqual(["9", "1"]);
  });

  it("are remembered for the page even without a storage", () => {
    noteLookup("-5");
    noteLookup("7");
    noteLookup("7");
    expect(recent.get()).toEqual(["7", "-5"]);
  });

  it("pin and unpin", () => {
    expect(togglePin("7")).toBe(true);
    expect(pinned.get()).toEqual(["7"]);
    expect(togglePin("7")).toBe(false);
    expect(pinned.get()).toEqual([]);
  });
});
