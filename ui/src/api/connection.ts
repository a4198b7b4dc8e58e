/** Whether the engine is there, and the one place that listens to what it announces. */

import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { transport } from "./client";
import type { Tag } from "./generated/admin";
import { stalenessOf } from "./staleness";

export type Connection = "connecting" | "up" | "down";

let state: Connection = "connecting";
const watchers = new Set<() => void>();

function become(next: Connection) {
  if (next === state) return;
  state = next;
  for (const watcher of watchers) watcher();
}

/** Starts to listen for as long as the page lives. */
export async function follow(client: QueryClient): Promise<void> {
  const stale = stalenessOf(client);
  const carrier = await transport();
  carrier.listen({
    changed: (tags: readonly Tag[]) => stale(tags),
    connected: (up) => {
      const wasDown = state === "down";
      become(up ? "up" : "down");
      // Announcements made meanwhile are lost.
      if (up && wasDown) void client.invalidateQueries();
    },
  });
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}
