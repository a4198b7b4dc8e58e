/** The loaded part of a user's timeline, growing at both ends, with live events on top. */

import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { call } from "../../api/client";
import type { ProblemError } from "../../api/problem";
import { useCommand } from "../../api/queries";
import { joinPages, leavesHole, unseen, withFresh } from "./liveEvents";
import {
  beginsAtStart,
  fromStart,
  PAGES_KEPT,
  type PagePart,
  pageOf,
  pageRequest,
  partAfter,
  partBefore,
  type TimelinePage,
  type TimelineQuery,
} from "./timelineWindow";

/** Events of the fresh first page that is asked for whenever something changed. */
const HEAD_EVENTS = 100;

export function useTimeline(query: TimelineQuery, start: PagePart) {
  const client = useQueryClient();
  const { mpid } = query;
  // No command's name in front: an announcement must not fetch every page again.
  const queryKey = useMemo(() => ["timeline", query, start] as const, [query, start]);
  const pages = useInfiniteQuery<TimelinePage, ProblemError, InfiniteData<TimelinePage>, typeof queryKey, PagePart>({
    queryKey,
    queryFn: async ({ pageParam, signal }) =>
      pageOf(await call("activity_page", pageRequest(query, pageParam), signal), pageParam),
    initialPageParam: start,
    getNextPageParam: (_last, all) => partAfter(all),
    getPreviousPageParam: (_first, all) => partBefore(all),
    maxPages: PAGES_KEPT,
    // The former list stands, dimmed, until the first page of another one is here.
    placeholderData: (former, query) => (query?.queryKey[1].mpid === mpid ? former : undefined),
    // What is let go of with the screen is read afresh: events came in meanwhile.
    gcTime: 0,
  });
  const loaded = pages.data?.pages;
  const joined = useMemo(() => joinPages(loaded ?? [], query.oldest), [loaded, query.oldest]);
  const atStart = loaded !== undefined && beginsAtStart(loaded);

  const live = !query.oldest && atStart && !pages.isPlaceholderData;
  const head = useCommand(
    "activity_page",
    { ...pageRequest(query, fromStart), limit: HEAD_EVENTS },
    { enabled: live, keep: false },
  );
  const fresh = useMemo(
    () => (live ? unseen(head.data, joined.events, pages.hasNextPage) : []),
    [live, head.data, joined.events, pages.hasNextPage],
  );
  const take = useCallback(() => {
    if (!head.data || fresh.length === 0) return;
    if (leavesHole(head.data, fresh, joined.events.length)) {
      void client.resetQueries({ queryKey });
      return;
    }
    const { batches } = head.data;
    client.setQueryData<InfiniteData<TimelinePage, PagePart>>(
      queryKey,
      (now) => now && { ...now, pages: withFresh(now.pages, fresh, batches) },
    );
  }, [client, queryKey, head.data, fresh, joined.events.length]);

  return { pages, events: joined.events, batches: joined.batches, atStart, fresh, take };
}
