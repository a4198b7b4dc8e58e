import { describe, expect, it } from "vitest";
import type { InputRefusalView } from "../../../api/generated/admin";
import { doorRows, readable } from "./refusedAtDoor";

function refusal(received_ms: number): InputRefusalView {
  return { received_ms, input: 1, reason: "not_json", label: "Not JSON", path: "", detail: "", whole: true, text: "" };
}

describe("refused at the door", () => {
  it("keeps the names of rows when older ones are fetched", () => {
    const newest = { refusals: [refusal(9), refusal(9), refusal(5)], next: "4" };
    const first = doorRows([newest]).map((row) => row.key);
    expect(first).toEqual(["r9-0", "r9-1", "r5-0"]);
    const both = doorRows([newest, { refusals: [refusal(5)], next: null }]).map((row) => row.key);
    expect(both).toEqual([...first, "r5-1"]);
  });

  it("indents JSON without touching a digit", () => {
    expect(readable('{"mpid":9223372036854775807,"a":[],"b":[1.10,"x, {y}"]}')).toEqual({
      json: true,
      text: '{\n  "mpid": 9223372036854775807,\n  "a": [],\n  "b": [\n    1.10,\n    "x, {y}"\n  ]\n}',
    });
  });

  it("leaves what is no JSON as it came", () => {
    expect(readable('{"a":')).toEqual({ json: false, text: '{"a":' });
  });
});
