import { describe, expect, it } from "vitest";
import { tintedLines } from "./tintedLines";

const text = (value: unknown) => JSON.stringify(value, null, 2);

describe("the lines to look at first", () => {
  it("are an order up to its products", () => {
    const json = text({
      data: { id: 1, product_action: { action: "purchase", total_amount: 3, products: [{ id: 1 }] } },
    });
    const [first, last] = tintedLines(json) ?? [0, 0];
    expect(
      json
        .split("\n")
        .slice(first - 1, last)
        .map((line) => line.trim()),
    ).toEqual(['"product_action": {', '"action": "purchase",', '"total_amount": 3,', '"products": [']);
  });

  it("are else what the event says of itself, to the end of it", () => {
    const json = text({ data: { custom_attributes: { term: "shell" }, other: 1 } });
    expect(tintedLines(json)).toEqual([3, 5]);
  });

  it("are none where there is nothing to see", () => {
    expect(tintedLines(text({ data: { custom_attributes: {} } }))).toBeUndefined();
    expect(tintedLines("")).toBeUndefined();
  });
});
