/** Whether a media query holds, as it changes. */

import { useMemo, useSyncExternalStore } from "react";

export function useMediaQuery(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (watcher) => {
      list.addEventListener("change", watcher);
      return () => list.removeEventListener("change", watcher);
    },
    () => list.matches,
  );
}
