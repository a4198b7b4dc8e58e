import { describe, expect, it } from "vitest";
import { jsonPieces } from "./jsonPieces";

describe("pieces of JSON", () => {
  it("tells names from texts, numbers and words", () => {
    const pieces = jsonPieces('{ "a": "b:", "c": [-1.5, true, null] }');
    const of = (kind: string) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text);
    expect(of("name")).toEqual(['"a"', '"c"']);
    expect(of("text")).toEqual(['"b:"']);
    expect(of("number")).toEqual(["-1.5"]);
    expect(of("word")).toEqual(["true", "null"]);
  });

  it("loses nothing, whatever the text is", () => {
    for (const text of ['{"a":"\\"x\\"",\n  "b":1e+5}', "grant_type=x&a=%2B", "", '"open', '{"a":"it\'\\\'\'s"}']) {
      expect(
        jsonPieces(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }
  });
});
