/** Moments as distances from now, the form that rows use. */

import { DAY_MS, localDay, shortDay } from "./clock";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `now`, `4 min`, `3 h`; absent from a day on, where a date says more. */
function distance(ms: number): string | null {
  if (ms < MINUTE_MS) return "now";
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return null;
}

function dayWord(ms: number, now: number): string {
  // Half a day back from midnight is yesterday, whatever the clocks did that night.
  const yesterday = localDay(localDay(now) - 12 * HOUR_MS);
  return localDay(ms) === yesterday ? "yesterday" : shortDay(ms, now);
}

/** `now`, `4 min ago`, `3 h ago`, `yesterday`, `18 Nov`, `14 Mar 2023`; what is to come: `in 4 min`. */
export function relative(ms: number, now: number): string {
  const near = distance(Math.abs(now - ms));
  if (near === "now") return near;
  if (near !== null) return ms <= now ? `${near} ago` : `in ${near}`;
  return dayWord(ms, now);
}

/** The same without "ago", for narrow lists. */
export function relativeShort(ms: number, now: number): string {
  return distance(Math.abs(now - ms)) ?? dayWord(ms, now);
}
