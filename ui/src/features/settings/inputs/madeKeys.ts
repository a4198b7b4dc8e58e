/** Keys that were just made, with their secrets: kept by this page alone, until the operator says that they are kept elsewhere. */

import { useSyncExternalStore } from "react";
import type { MadeKeyView } from "../../../api/generated/admin";

let made: readonly MadeKeyView[] = [];
const watchers = new Set<() => void>();

function become(next: readonly MadeKeyView[]) {
  made = next;
  for (const watcher of watchers) watcher();
}

/** Shows a key once, on the page of its input. */
export function showOnce(key: MadeKeyView): void {
  become([...made, key]);
}

/** The operator has the secret: it is gone from here. */
export function forget(key: string): void {
  become(made.filter((each) => each.key !== key));
}

/** The key of an input that was made last and is still to be kept. */
export function useMadeKey(input: number): MadeKeyView | undefined {
  const all = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => made,
  );
  return all.findLast((each) => each.input === input);
}
