import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./searchParams";

describe("the search part of an address", () => {
  it("comes back as it was written", () => {
    const search = { q: "4418270935516602871", at: 5, name: ["Add to cart"], on: true, text: "true", number: "12" };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  it("leaves long numbers of an address written by hand as they are", () => {
    expect(parseSearch("?q=-4418270935516602871")).toEqual({ q: "-4418270935516602871" });
    expect(parseSearch("?q=1e5&r=0042&s=1.50")).toEqual({ q: "1e5", r: "0042", s: "1.50" });
    expect(parseSearch("?q=mar@x.example")).toEqual({ q: "mar@x.example" });
  });

  it("writes plain text plainly", () => {
    expect(stringifySearch({ q: "marta", mpid: "4418270935516602871" })).toBe("?q=marta&mpid=4418270935516602871");
  });
});
