import { expect, it } from "vitest";
import { shortId } from "./shortId";

it("cuts machine ids alone", () => {
  expect(shortId("a41f0c2e-9b1d-4c55-8a77-0b1c2d3e7c02")).toBe("a41f…7c02");
  expect(shortId("5D41402ABC4B2A76B9719D911017C592")).toBe("5D41…C592");
  expect(shortId("marta.lindqvist@fjordmail.example")).toBe("marta.lindqvist@fjordmail.example");
  expect(shortId("4418270935516602871")).toBe("4418270935516602871");
  expect(shortId("us1-9c040000000000000000000000f1e7b1")).toBe("us1-9c04…e7b1");
});
