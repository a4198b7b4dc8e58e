/** The two dialogs that any screen can open: the palette and the list of keys. One at a time. */

import { useSyncExternalStore } from "react";

type Open = "palette" | "keys" | null;

let open: Open = null;
const watchers = new Set<() => void>();

function become(next: Open) {
  open = next;
  for (const watcher of watchers) watcher();
}

function useIs(which: Open): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => open === which,
  );
}

export const useKeysOpen = () => useIs("keys");
export const usePaletteOpen = () => useIs("palette");
export const setKeysOpen = (on: boolean) => become(on ? "keys" : null);
export const setPaletteOpen = (on: boolean) => become(on ? "palette" : null);
export const togglePalette = () => become(open === "palette" ? null : "palette");
