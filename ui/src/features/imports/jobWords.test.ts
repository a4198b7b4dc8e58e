import { describe, expect, it } from "vitest";
import type { ImportJobView } from "../../api/generated/admin";
import { doneShare, refusedPercent, refusedWords, summaryWords, tookMs } from "./jobWords";

function job(facts: Partial<ImportJobView> = {}): ImportJobView {
  return {
    job: "1",
    name: "orders.ndjson",
    state: "done",
    dry_run: false,
    sample: false,
    total: 0,
    done: 0,
    lines: 0,
    accepted: 0,
    duplicates: 0,
    refused: 0,
    remarks: 0,
    events: 0,
    created: 0,
    updated: 0,
    safe_line: 0,
    rate: 0,
    rates: [],
    left_ms: null,
    started_ms: 1_000,
    finished_ms: null,
    reasons: [],
    fault: null,
    source: null,
    ...facts,
  };
}

describe("a job in words", () => {
  it("tells how much is done, and does not guess at the size of a stream", () => {
    expect(doneShare(job({ state: "running", total: 200, done: 50 }))).toBe(0.25);
    expect(doneShare(job({ state: "running", total: 200, done: 300 }))).toBe(1);
    expect(doneShare(job({ state: "running" }))).toBeUndefined();
    expect(doneShare(job({ state: "done" }))).toBe(1);
  });

  it("counts its time to its end, or to now", () => {
    expect(tookMs(job({ finished_ms: 4_000 }), 9_000)).toBe(3_000);
    expect(tookMs(job(), 9_000)).toBe(8_000);
    expect(tookMs(job(), 0)).toBe(0);
  });

  it("sums up the list, dry runs left out", () => {
    const jobs = [
      job({ state: "running" }),
      job({ state: "running", dry_run: true }),
      job({ state: "done" }),
      job({ state: "done" }),
      job({ state: "cancelled" }),
    ];
    expect(summaryWords(jobs, 1)).toBe("1 running, 1 to review, 2 done");
    expect(summaryWords([], 0)).toBe("");
  });

  it("knows the refused part of what was read", () => {
    expect(refusedPercent(job({ lines: 400, refused: 3 }))).toBe(0.75);
    expect(refusedPercent(job())).toBe(0);
  });

  it("tells whole lines from parts", () => {
    expect(refusedWords(job({ refused: 1 }))).toBe("1 line");
    expect(refusedWords(job({ refused: 84, remarks: 55 }))).toBe("84 lines, 55 parts");
  });
});
