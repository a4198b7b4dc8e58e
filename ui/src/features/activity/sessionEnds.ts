/** When a session began and ended, as far as the loaded part of the list can tell. */

import type { SessionRow } from "./timelineRows";

export interface Loaded {
  oldest: boolean;
  /** A filter hides events, also those that began or ended a session. */
  filtered: boolean;
  /** Whether the list goes on above its first row, and below its last. */
  above: boolean;
  below: boolean;
}

/** The first time seen is a beginning only if what came before is loaded and is not of the same session. */
export function knowEnds(sessions: readonly SessionRow[], { oldest, filtered, above, below }: Loaded): void {
  if (filtered) return;
  const inTime = oldest ? sessions : sessions.toReversed();
  const [past, future] = oldest ? [above, below] : [below, above];
  for (const row of reached(inTime, past)) row.startKnown = true;
  for (const row of reached(inTime.toReversed(), future)) row.endKnown = true;
}

/** The rows, from one end of time on, that are the first part of their session. */
function reached(rows: readonly SessionRow[], goesOn: boolean): SessionRow[] {
  const seen = new Set<string | null>();
  return rows.filter((row, place) => {
    const first = !seen.has(row.session) && !(place === 0 && goesOn);
    seen.add(row.session);
    return first;
  });
}

/** What the head of a session says: never a time that may not be that of its beginning or end. */
export function sessionSpan(start: string | null, end: string | null, name: string): string {
  if (start !== null && end !== null) return `Session ${start} – ${end}`;
  if (start !== null) return `Session from ${start}`;
  return end === null ? `Session ${name}` : `Session until ${end}`;
}
