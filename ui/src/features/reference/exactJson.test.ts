import { describe, expect, it } from "vitest";
import { parseExact, plainExact, writeExact } from "./exactJson";

describe("JSON with long numbers", () => {
  it("keeps every digit of an MPID", () => {
    const text = '{ "mpid": 6504934091054997508, "less": -9223372036854775808 }';
    expect(writeExact(parseExact(text))).toBe(text);
  });

  it("leaves texts and short numbers alone", () => {
    const text = '{"a":"say \\"6504934091054997508\\"","b":1763971200000,"c":1.5e3,"d":0.1234567890123456}';
    expect(parseExact(text)).toEqual({
      a: 'say "6504934091054997508"',
      b: 1763971200000,
      c: 1500,
      d: 0.1234567890123456,
    });
  });

  it("puts on one line what fits, its name included", () => {
    expect(writeExact({ a: [1, 2], b: { c: null } })).toBe('{ "a": [1, 2], "b": { "c": null } }');
    expect(writeExact({ long: { first: 1, second: 2 } }, 30)).toBe(
      '{\n  "long": {\n    "first": 1,\n    "second": 2\n  }\n}',
    );
    expect(writeExact({})).toBe("{}");
  });

  it("writes a value as it stands in an address", () => {
    expect(plainExact(["a", "b"])).toBe("a,b");
    expect(plainExact(parseExact("6504934091054997508"))).toBe("6504934091054997508");
    expect(plainExact(true)).toBe("true");
  });
});
