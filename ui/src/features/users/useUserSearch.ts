/** The search behind the box: a new one aborts the one before, whose results stay until then. */

import { useCommandPages } from "../../api/queries";
import { environment } from "../../operator/environment";
import { useSearchedWorkspace } from "../../operator/workspace";
import { matchesOf, resultRows } from "./resultRows";
import type { UsersAddress } from "./usersAddress";

const PAGE = 100;

export function useUserSearch(address: UsersAddress) {
  const place = environment.use();
  const workspace = useSearchedWorkspace();
  const query = address.q?.trim() ?? "";
  const search = useCommandPages(
    "users_search",
    {
      query,
      environment: place,
      workspace,
      kind: address.kind ?? null,
      include_former: address.former !== false,
      limit: PAGE,
    },
    { enabled: query !== "", keep: true },
  );
  const pages = query === "" ? [] : (search.data?.pages ?? []);
  const [first] = pages;
  return {
    search,
    query,
    environment: place,
    workspace,
    rows: resultRows(pages, query),
    totals: first,
    matches: first ? matchesOf(first) : 0,
    /** What is seen belongs to what was typed before. */
    stale: search.isPlaceholderData && query !== "",
    /** The answer to the text is still to come. */
    waiting: (search.isPlaceholderData || search.isPending) && query !== "",
  };
}

export type UserSearch = ReturnType<typeof useUserSearch>;
