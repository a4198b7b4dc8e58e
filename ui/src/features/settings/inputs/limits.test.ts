import { describe, expect, it } from "vitest";
import { readLimit, sameLimits } from "./limits";
import { portFault, readPort } from "./port";

describe("a limit", () => {
  it("is a number from 1 with or without its commas, or nothing", () => {
    expect(readLimit(" ")).toBeNull();
    expect(readLimit("1,200")).toBe(1200);
    expect(readLimit("0")).toBeUndefined();
    expect(readLimit("fast")).toBeUndefined();
    expect(readLimit("-3")).toBeUndefined();
    expect(readLimit("4294967296")).toBeUndefined();
  });

  it("is compared with the others", () => {
    const none = { batches_per_s: null, identity_per_s: null, reads_per_s: null };
    expect(sameLimits(none, { ...none })).toBe(true);
    expect(sameLimits(none, { ...none, reads_per_s: 5 })).toBe(false);
  });
});

it("a port is a number that needs no rights", () => {
  expect(portFault("8787")).toBeUndefined();
  expect(readPort(" 8787 ")).toBe(8787);
  expect(portFault("80")).toMatch(/1024/);
  expect(portFault("70000")).toMatch(/65535/);
  expect(portFault("8787x")).toBeDefined();
  expect(portFault("")).toBeDefined();
});
