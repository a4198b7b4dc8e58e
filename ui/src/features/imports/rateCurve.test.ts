import { describe, expect, it } from "vitest";
import { rateCurve } from "./rateCurve";

describe("rateCurve", () => {
  it("spans exactly the part that is done", () => {
    expect(rateCurve([10, 20, 10], 0.5)?.line).toBe("M0 16L25 2L50 16");
    expect(rateCurve([10, 20, 10], 0.5)?.area).toBe("M0 16L25 2L50 16L50 30L0 30Z");
  });

  it("stays within its box whatever the numbers are", () => {
    expect(rateCurve([5, 0, -3], 7)?.line).toBe("M0 2L50 30L100 30");
  });

  it("draws nothing of too little", () => {
    expect(rateCurve([], 0.5)).toBeUndefined();
    expect(rateCurve([4], 0.5)).toBeUndefined();
    expect(rateCurve([0, 0], 0.5)).toBeUndefined();
  });
});
