/** A choice that outlives the page, kept in the browser's storage and shared by everything that shows it. */

import { useSyncExternalStore } from "react";

export interface Remembered<T> {
  get(): T;
  set(value: T): void;
  /** As a hook. */
  use(): T;
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** `read` makes a sound value of whatever was stored, `null` when nothing was. */
export function remembered<T>(name: string, read: (stored: unknown) => T): Remembered<T> {
  const key = `uav.${name}`;
  const watchers = new Set<() => void>();
  let value: T | undefined;
  const get = () => {
    value ??= read(stored(key));
    return value;
  };
  const become = (next: T) => {
    value = next;
    for (const watcher of watchers) watcher();
  };
  // Another window of the same operator changed it.
  if (typeof window !== "undefined") {
    window.addEventListener("storage", (event) => event.key === key && become(read(stored(key))));
  }
  return {
    get,
    set: (next) => {
      become(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Full or forbidden: it holds until the page is closed.
      }
    },
    use: () =>
      useSyncExternalStore((watcher) => {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      }, get),
  };
}
