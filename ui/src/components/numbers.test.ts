import { describe, expect, it } from "vitest";
import { bytesText, counted, countText, percentText } from "./numbers";

describe("numbers in words", () => {
  it("are grouped and never shortened", () => {
    expect(countText(1_204_331)).toBe("1,204,331");
    expect(countText(-12)).toBe("−12");
  });

  it("agree with their noun", () => {
    expect([0, 1, 2204].map((count) => counted(count, "user"))).toEqual(["0 users", "1 user", "2,204 users"]);
    expect(counted(2, "identity", "identities")).toBe("2 identities");
  });

  it("keep one decimal of a small share", () => {
    expect([61.2, 4.25, 4, 0].map(percentText)).toEqual(["61\u2009%", "4.3\u2009%", "4\u2009%", "0\u2009%"]);
  });

  it("say sizes in the unit that fits", () => {
    expect([0, 999, 212_000, 18_430_000_000, 999_999].map(bytesText)).toEqual([
      "0 B",
      "999 B",
      "212 KB",
      "18.4 GB",
      "1 MB",
    ]);
  });
});
