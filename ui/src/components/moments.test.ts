import { describe, expect, it } from "vitest";
import { relative, relativeShort } from "./moments";

const now = new Date(2026, 10, 23, 15, 3).getTime();
const ago = (minutes: number) => now - minutes * 60_000;

describe("a moment seen from now", () => {
  it("is a distance within a day and a date beyond", () => {
    expect(relative(ago(0), now)).toBe("now");
    expect(relative(ago(4.9), now)).toBe("4 min ago");
    expect(relative(ago(23 * 60 + 59), now)).toBe("23 h ago");
    expect(relative(ago(25 * 60), now)).toBe("yesterday");
    expect(relative(ago(5 * 24 * 60), now)).toBe("18 Nov");
    expect(relative(new Date(2023, 2, 14).getTime(), now)).toBe("14 Mar 2023");
  });

  it("may be to come", () => {
    expect(relative(ago(-4), now)).toBe("in 4 min");
  });

  it("has a short form", () => {
    expect([ago(42), ago(120), ago(0)].map((ms) => relativeShort(ms, now))).toEqual(["42 min", "2 h", "now"]);
  });
});
