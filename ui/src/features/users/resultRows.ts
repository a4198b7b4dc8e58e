/** The hits as the list shows them: under a head for each way of matching. */

import type { MatchRank, SearchHitView, SearchResultsView } from "../../api/generated/admin";
import { countText } from "../../components/numbers";

export interface HitRow {
  type: "hit";
  key: string;
  hit: SearchHitView;
}

export interface HeadRow {
  type: "head";
  key: string;
  title: string;
  count: number;
  /** What else there is, at the right. */
  note: string;
}

export type ResultRow = HitRow | HeadRow;

const TITLES: Readonly<Record<MatchRank, string>> = { exact: "Exactly", prefix: "Starts with", infix: "Contains" };

/** Heads and hits of the pages fetched so far. The keys are fit for ids in the page. */
export function resultRows(pages: readonly SearchResultsView[], query: string): ResultRow[] {
  const [first] = pages;
  if (!first) return [];
  const rows: ResultRow[] = [];
  const seen = new Map<string, number>();
  let rank: MatchRank | undefined;
  for (const hit of pages.flatMap((page) => page.hits)) {
    if (hit.rank !== rank) {
      rank = hit.rank;
      rows.push({
        type: "head",
        key: `head-${rank}`,
        title: TITLES[rank],
        count: first[rank],
        note: noteFor(rank, first, query),
      });
    }
    // One user may match with several identities of a type.
    const name = `${hit.mpid}-${hit.kind}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    rows.push({ type: "hit", key: times === 0 ? name : `${name}-${times}`, hit });
  }
  return rows;
}

/** The matches of the next group may be far below: the head before says that they exist. */
function noteFor(rank: MatchRank, totals: SearchResultsView, query: string): string {
  const next: Partial<Record<MatchRank, string>> = {
    exact: totals.prefix > 0 ? "" : containMore(totals.infix, query),
    prefix: containMore(totals.infix, query),
  };
  return next[rank] ?? "";
}

function containMore(count: number, query: string): string {
  if (count === 0) return "";
  return `${countText(count)} more ${count === 1 ? "contains" : "contain"} “${query.trim()}”`;
}

/** Matching identities, of all types. */
export function matchesOf(results: SearchResultsView): number {
  return results.kinds.reduce((sum, kind) => sum + kind.count, 0);
}
