/** The present, which moves: one clock for the page, a tick every 20 seconds. */

import { useSyncExternalStore } from "react";

const TICK_MS = 20_000;

let now = Date.now();
const watchers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = Date.now();
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (ticking === undefined) {
    now = Date.now();
    ticking = setInterval(tick, TICK_MS);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

export function useNow(): number {
  return useSyncExternalStore(watch, () => now);
}
