import { describe, expect, it } from "vitest";
import { ProblemError } from "../api/problem";
import { whyNot } from "./whyNot";

describe("why something could not be done", () => {
  it("says what is wrong and what is known about it, once each", () => {
    const problem = { type: "urn:uav:problem:x", title: "The store is busy", status: 503, code: "x", fields: [] };
    expect(whyNot(new ProblemError({ ...problem, detail: "" }))).toBe("The store is busy");
    expect(whyNot(new ProblemError({ ...problem, detail: "an import writes" }))).toBe(
      "The store is busy: an import writes",
    );
    expect(whyNot(new Error("the disk is full"))).toBe("the disk is full");
  });
});
