/** Which rows of a long list exist besides those in sight. */

import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

/** The last sticky head at or before a row; -1 when there is none. `sticky` ascends. */
export function stickyBefore(sticky: readonly number[], index: number): number {
  let found = -1;
  for (const head of sticky) {
    if (head > index) break;
    found = head;
  }
  return found;
}

/** The rows in sight with those that must always exist: the cursor's, which is pointed at by its id, and the head. */
export function withAlways(range: Range, ...always: number[]): number[] {
  const rows = new Set(defaultRangeExtractor(range));
  for (const index of always) {
    if (index >= 0 && index < range.count) rows.add(index);
  }
  return [...rows].sort((a, b) => a - b);
}

/** How many heads stand before a row. `heads` ascends. */
export function headsBefore(heads: readonly number[], index: number): number {
  const at = heads.findIndex((head) => head >= index);
  return at < 0 ? heads.length : at;
}
