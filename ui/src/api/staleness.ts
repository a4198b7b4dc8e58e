/** Which cached answers the engine's announcements make stale. */

import type { Query, QueryClient } from "@tanstack/react-query";
import { commands, type Tag } from "./generated/admin";

/** At least this long rests a flood of announcements between two rounds of refetching, ms. */
const PAUSE_MIN_MS = 400;
const PAUSE_MAX_MS = 5000;
/** A round that took long is followed by a pause of this many times as long: screens must not wear out the engine. */
const PAUSE_PER_ROUND = 3;

/** Whether an answer hangs on one of the tags. `meta.fixed` is for what never changes once it is there. */
export function hangsOn(query: Pick<Query, "queryKey" | "meta">, tags: ReadonlySet<Tag>): boolean {
  if (query.meta?.fixed === true) return false;
  const [command] = query.queryKey;
  if (typeof command !== "string" || !(command in commands)) return false;
  return commands[command as keyof typeof commands].tags.some((tag) => tags.has(tag));
}

async function refetchStale(client: QueryClient, tags: ReadonlySet<Tag>): Promise<void> {
  const filters = { predicate: (query: Query) => hangsOn(query, tags) };
  // What is being fetched right now may have been read before the change: it is asked once more, not cut short, or
  // a steady import would keep a slow answer from ever arriving.
  const underWay = new Set(client.getQueryCache().findAll({ ...filters, fetchStatus: "fetching" }));
  await client.invalidateQueries(filters, { cancelRefetch: false });
  if (underWay.size > 0) await client.invalidateQueries({ predicate: (query) => underWay.has(query) });
}

/** Collects announcements and acts on them together: at once when it was quiet, else after a pause. */
export function stalenessOf(client: QueryClient): (tags: readonly Tag[]) => void {
  const waiting = new Set<Tag>();
  let busy = false;
  const act = async () => {
    busy = true;
    while (waiting.size > 0) {
      const tags = new Set(waiting);
      waiting.clear();
      const began = performance.now();
      await refetchStale(client, tags).catch(() => undefined);
      const took = performance.now() - began;
      const pause = Math.min(PAUSE_MAX_MS, Math.max(PAUSE_MIN_MS, took * PAUSE_PER_ROUND));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    busy = false;
  };
  return (tags) => {
    for (const tag of tags) waiting.add(tag);
    if (!busy) void act();
  };
}
