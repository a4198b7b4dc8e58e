/** The users of the palette: found by the text, or under an empty one those looked up last. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { commandQuery, useCommand } from "../../api/queries";
import { environment } from "../../operator/environment";
import { pinned, recent } from "../../operator/lookups";
import { useSearchedWorkspace } from "../../operator/workspace";

const FOUND = 7;
const RECENT = 5;

export interface PaletteUser {
  /** Fit for an id. */
  key: string;
  mpid: string;
  name: string | null;
  /** What matched, or who it is. */
  detail: string;
  former: boolean;
  lastSeenMs: number;
}

export function usePaletteUsers(query: string, enabled: boolean) {
  const place = environment.use();
  const workspace = useSearchedWorkspace();
  const search = useQuery({
    ...commandQuery("users_search", {
      query,
      environment: place,
      workspace,
      kind: null,
      include_former: true,
      cursor: null,
      limit: 30,
    }),
    enabled: enabled && query !== "",
    placeholderData: keepPreviousData,
  });
  const mpids = [...new Set([...recent.use(), ...pinned.use()])].slice(0, RECENT);
  const known = useCommand("users_peek", { mpids }, { enabled: enabled && query === "" && mpids.length > 0 });
  if (!enabled) return { title: "", users: [], results: undefined, stale: false, waiting: false };
  if (query === "") {
    const users = known.data?.users ?? [];
    return {
      title: "Recent look-ups",
      users:
        mpids.length === 0
          ? []
          : users.map(
              (user): PaletteUser => ({
                key: user.mpid,
                mpid: user.mpid,
                name: user.name,
                detail: user.identity ?? user.mpid,
                former: false,
                lastSeenMs: user.last_seen_ms,
              }),
            ),
      results: undefined,
      stale: false,
      waiting: false,
    };
  }
  const byMpid = new Map<string, PaletteUser>();
  // A user counts once, by the best of the matches.
  for (const hit of search.data?.hits ?? []) {
    if (byMpid.has(hit.mpid)) continue;
    const detail = hit.kind === "email" ? hit.value : `${hit.kind_label} ${hit.value}`;
    byMpid.set(hit.mpid, {
      key: hit.mpid,
      mpid: hit.mpid,
      name: hit.name,
      detail,
      former: hit.former,
      lastSeenMs: hit.last_seen_ms,
    });
  }
  return {
    title: "Users",
    users: [...byMpid.values()].slice(0, FOUND),
    results: search.data,
    stale: search.isPlaceholderData,
    /** The answer to the text is still to come. */
    waiting: search.isPlaceholderData || search.isPending,
  };
}
