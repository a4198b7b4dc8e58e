import { describe, expect, it } from "vitest";
import type { RefusalView } from "../../api/generated/admin";
import { beginning, faultWords, placeWords, refusedRows } from "./refusedRows";

function refusal(facts: Partial<RefusalView> = {}): RefusalView {
  return { line: 9, reason: "wrong_type", message: "", path: "", whole: true, text: "", ...facts };
}

describe("refused lines", () => {
  it("have a name each, also where one line was refused twice", () => {
    const pages = [{ refusals: [refusal(), refusal()] }, { refusals: [refusal({ line: 10 })] }];
    expect(refusedRows(pages).map((row) => [row.key, row.refusal.line])).toEqual([
      ["0", 9],
      ["1", 9],
      ["2", 10],
    ]);
  });

  it("say the path once", () => {
    const there = refusal({ path: "events[0].data", message: "events[0].data: timestamp_unixtime_ms is missing" });
    expect(faultWords(there)).toBe("Timestamp_unixtime_ms is missing");
    expect(placeWords(there)).toBe("events[0].data");
    expect(faultWords(refusal({ message: "not JSON: column 17" }))).toBe("Not JSON: column 17");
    expect(placeWords(refusal())).toBe("line");
  });

  it("give a row no more text than it can show", () => {
    expect(beginning("abc", 3)).toBe("abc");
    expect(beginning("abcd", 3)).toBe("abc…");
  });
});
