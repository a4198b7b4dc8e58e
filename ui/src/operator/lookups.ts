/** Users that this operator pinned and looked up last, by MPID, newest first. */

import { remembered } from "../components/remembered";

const RECENT_MAX = 12;
const PINNED_MAX = 30;

function mpids(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((mpid) => typeof mpid === "string") : [];
}

export const pinned = remembered("pinned", mpids);
export const recent = remembered("recent", mpids);

/** Somebody in front of the list, once, and no more than so many. */
export function inFront(list: readonly string[], mpid: string, max: number): readonly string[] {
  return [mpid, ...list.filter((other) => other !== mpid)].slice(0, max);
}

/** Keeps that a user was opened. */
export function noteLookup(mpid: string): void {
  if (recent.get()[0] !== mpid) recent.set(inFront(recent.get(), mpid, RECENT_MAX));
}

/** Pins or unpins; tells whether the user is pinned now. */
export function togglePin(mpid: string): boolean {
  const before = pinned.get();
  const off = before.includes(mpid);
  pinned.set(off ? before.filter((other) => other !== mpid) : inFront(before, mpid, PINNED_MAX));
  return !off;
}
