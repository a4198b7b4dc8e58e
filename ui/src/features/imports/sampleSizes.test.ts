import { describe, expect, it } from "vitest";
import { expectedEvents, nextSeed, samplePeriods, sampleSizes } from "./sampleSizes";

describe("the sample shop", () => {
  it("says about how many events it has, in round numbers", () => {
    const [first] = sampleSizes;
    const told = samplePeriods.map((period) => first && expectedEvents(first, period));
    expect(told).toEqual([16_000, 22_000, 80_000]);
  });

  it("takes another seed once a shop is loaded, and the same one after it was cancelled", () => {
    expect(nextSeed([])).toBe(1);
    expect(nextSeed([{ sample: true, state: "cancelled" }])).toBe(1);
    expect(
      nextSeed([
        { sample: true, state: "done" },
        { sample: false, state: "done" },
      ]),
    ).toBe(2);
  });
});
