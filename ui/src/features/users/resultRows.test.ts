import { describe, expect, it } from "vitest";
import type { MatchRank, SearchHitView, SearchResultsView } from "../../api/generated/admin";
import { matchesOf, resultRows } from "./resultRows";

const hit = (mpid: string, rank: MatchRank, kind = "email"): SearchHitView => ({
  mpid,
  name: null,
  known: false,
  rank,
  kind,
  kind_label: "Email",
  value: "mar",
  former: false,
  customer_id: null,
  platforms: [],
  first_seen_ms: 0,
  last_seen_ms: 0,
});

const page = (hits: SearchHitView[], rest: Partial<SearchResultsView> = {}): SearchResultsView => ({
  hits,
  next: null,
  exact: 1,
  prefix: 1946,
  infix: 371,
  users: 2204,
  kinds: [
    { kind: "email", label: "Email", count: 1914 },
    { kind: "phone", label: "Phone", count: 0 },
    { kind: "other", label: "Loyalty", count: 404 },
  ],
  searched: 1_204_331,
  took_us: 6000,
  ...rest,
});

const written = (rows: ReturnType<typeof resultRows>) =>
  rows.map((row) => (row.type === "head" ? [row.title, row.count, row.note].join(" ").trim() : row.key));

describe("the rows of a search", () => {
  it("stand under a head for each way of matching, over all pages", () => {
    const pages = [page([hit("1", "exact"), hit("2", "prefix")]), page([hit("3", "prefix"), hit("4", "infix")])];
    expect(written(resultRows(pages, " mar "))).toEqual([
      "Exactly 1",
      "1-email",
      "Starts with 1946 371 more contain “mar”",
      "2-email",
      "3-email",
      "Contains 371",
      "4-email",
    ]);
  });

  it("have keys of their own when a user matches twice", () => {
    const rows = resultRows([page([hit("-1", "prefix"), hit("-1", "prefix"), hit("-1", "prefix", "phone")])], "mar");
    expect(written(rows).slice(1)).toEqual(["-1-email", "-1-email-1", "-1-phone"]);
  });

  it("are none before an answer", () => {
    expect(resultRows([], "mar")).toEqual([]);
    expect(matchesOf(page([]))).toBe(2318);
  });
});
