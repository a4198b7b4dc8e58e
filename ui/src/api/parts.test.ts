import { describe, expect, it } from "vitest";
import { fetched } from "./parts";
import { ProblemError } from "./problem";

describe("a part of the program", () => {
  it("is passed on when it comes", async () => {
    expect(await fetched(Promise.resolve(7))).toBe(7);
  });

  it.each([
    "Failed to fetch dynamically imported module: http://127.0.0.1/assets/ImportsPage.js",
    "error loading dynamically imported module",
    "Importing a module script failed.",
    "Unable to preload CSS for /assets/ImportsPage.css",
  ])("that cannot be fetched is an engine that does not answer: %s", async (message) => {
    const fault = await fetched(Promise.reject(new TypeError(message))).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(ProblemError);
    expect(fault).toMatchObject({ problem: { code: "unreachable" } });
  });

  it("that is broken keeps its own fault", async () => {
    const fault = new ReferenceError("x is not defined");
    await expect(fetched(Promise.reject(fault))).rejects.toBe(fault);
  });
});
