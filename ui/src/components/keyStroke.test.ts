import { describe, expect, it } from "vitest";
import { capsOf, isSingleKey, isStroke, type Press, strokesOf } from "./keyStroke";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("a shortcut", () => {
  it("is told by its key and what is held", () => {
    expect(isStroke("mod+k", press("k", { ctrlKey: true }))).toBe(true);
    expect(isStroke("mod+k", press("k"))).toBe(false);
    expect(isStroke("k", press("k", { ctrlKey: true }))).toBe(false);
    expect(isStroke("j", press("J", { shiftKey: true }))).toBe(false);
    expect(isStroke("shift+r", press("R", { shiftKey: true }))).toBe(true);
    expect(isStroke("alt+ArrowUp", press("ArrowUp", { altKey: true }))).toBe(true);
    expect(isStroke("space", press(" "))).toBe(true);
  });

  it("does not care how a sign is typed", () => {
    expect(isStroke("?", press("?", { shiftKey: true }))).toBe(true);
    expect(isStroke("/", press("/", { shiftKey: true }))).toBe(true);
    expect(isStroke("[", press("["))).toBe(true);
  });

  it("may be a sequence", () => {
    expect(strokesOf("g u")).toEqual(["g", "u"]);
    expect(capsOf("g u")).toEqual(["g", "u"]);
    expect(capsOf("mod+shift+z")).toEqual(["mod", "shift", "z"]);
  });

  it("stays out of fields when it is a single key", () => {
    expect(["j", "g u", "?", "shift+r"].map(isSingleKey)).toEqual([true, true, true, true]);
    expect(["mod+k", "alt+ArrowLeft", "Escape", "ArrowUp"].map(isSingleKey)).toEqual([false, false, false, false]);
  });
});
