/** The commands as hooks: queries that refetch when the engine says so, pages, and acts. */

import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type Command, call, type RequestOf, type ViewOf } from "./client";
import { commands, type Problem } from "./generated/admin";
import { type ProblemError, problemFrom } from "./problem";
import { stalenessOf } from "./staleness";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ProblemError;
    queryMeta: { fixed?: boolean };
  }
}

/** Only what may be over in a moment is tried again by itself. */
function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 503;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The engine says when something changed; nothing grows old by itself.
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
        retry: (count, fault) => count < 2 && isPassing(problemFrom(fault).problem),
        retryDelay: (count) => 300 * 3 ** count,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** A query as options, for `useQuery`, prefetching and loaders alike. */
export function commandQuery<C extends Command>(command: C, request: RequestOf<C>) {
  return queryOptions<ViewOf<C>, ProblemError, ViewOf<C>, readonly [C, RequestOf<C>]>({
    queryKey: [command, request],
    queryFn: ({ signal }) => call(command, request, signal),
  });
}

export interface QueryWishes {
  /** Do not ask yet. */
  enabled?: boolean;
  /** Keep showing the answer to the former request while a new one comes; `isPlaceholderData` then says so. */
  keep?: boolean;
  /** Ask again this often, ms, beside the announcements. */
  every?: number;
  /** The answer never changes (an event, a preview of a file). */
  fixed?: boolean;
}

/** The answer to a query; asked again whenever the engine announces one of its tags. */
export function useCommand<C extends Command>(command: C, request: RequestOf<C>, wishes: QueryWishes = {}) {
  return useQuery({
    ...commandQuery(command, request),
    enabled: wishes.enabled ?? true,
    refetchInterval: wishes.every ?? false,
    meta: { fixed: wishes.fixed ?? false },
    ...(wishes.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The queries that answer in pages. */
export type PagedCommand = {
  [C in Command]: RequestOf<C> extends { cursor: string | null }
    ? ViewOf<C> extends { next: string | null }
      ? C
      : never
    : never;
}[Command];

/** All pages fetched so far; `fetchNextPage` gets one more. */
export function useCommandPages<C extends PagedCommand>(
  command: C,
  request: Omit<RequestOf<C>, "cursor">,
  wishes: QueryWishes = {},
) {
  return useInfiniteQuery({
    queryKey: [command, request, "pages"] as const,
    queryFn: ({ signal, pageParam }) => call(command, { ...request, cursor: pageParam } as RequestOf<C>, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ViewOf<C>) => (page as { next: string | null }).next,
    enabled: wishes.enabled ?? true,
    meta: { fixed: wishes.fixed ?? false },
    ...(wishes.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** An act: `act.mutate(request)`. What it changed is stale before it is called done. */
export function useAct<C extends Command>(command: C) {
  const client = useQueryClient();
  return useMutation<ViewOf<C>, ProblemError, RequestOf<C>>({
    mutationFn: (request) => call(command, request),
    onSuccess: () => stalenessOf(client)(commands[command].tags),
  });
}
