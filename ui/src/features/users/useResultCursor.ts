/** The row at the cursor: the first of new results, and where one left when one comes back. */

import { useState } from "react";
import type { HitRow, ResultRow } from "./resultRows";

/** Where the screen was left, for coming back to it. */
let left: { query: string; cursor: string } | undefined;

export function useResultCursor(rows: readonly ResultRow[], query: string) {
  const [wanted, setWanted] = useState(left?.query === query ? left.cursor : null);
  const hits = rows.filter((row): row is HitRow => row.type === "hit");
  const at = hits.find((row) => row.key === wanted) ?? hits[0];
  return {
    hit: at?.hit,
    cursor: at?.key ?? null,
    moveTo: setWanted,
    toFirst: () => setWanted(null),
    /** Keeps the place before another screen is opened. */
    leave: (cursor: string) => {
      left = { query, cursor };
    },
  };
}
