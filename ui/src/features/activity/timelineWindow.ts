/**
 * The part of a timeline that is loaded: pages in a row, growing at both ends. It can start at the newest event, at the
 * oldest, or around a moment; far ends may be let go and fetched again, so that a million events cost no more than a few.
 */

import type { ActivityFilter, ActivityPageView, GetActivity } from "../../api/generated/admin";
import type { Loose } from "./address";

/** What one page was asked for. `on` goes down the screen, `back` up. */
export interface PagePart {
  towards: "on" | "back";
  /** The `next` of the page before it. */
  cursor: string | null;
  /** Without a cursor: start at this moment instead of at the end. */
  edgeMs: number | null;
}

/** A page in the order of the screen, with how it was asked for. */
export interface TimelinePage extends ActivityPageView {
  part: PagePart;
}

export const PAGE_EVENTS = 200;
/** As many pages are kept: 10,000 events. */
export const PAGES_KEPT = 50;

export const fromStart: PagePart = { towards: "on", cursor: null, edgeMs: null };
export const fromEnd: PagePart = { towards: "back", cursor: null, edgeMs: null };

export function fromMoment(edgeMs: number): PagePart {
  return { towards: "on", cursor: null, edgeMs };
}

export interface TimelineQuery {
  mpid: string;
  filter: ActivityFilter;
  /** Oldest on top. */
  oldest: boolean;
}

function later(one: number | null, other: number): number {
  return one === null ? other : Math.max(one, other);
}

function sooner(one: number | null, other: number): number {
  return one === null ? other : Math.min(one, other);
}

/** What the engine is asked for a page. Going back means asking in the other order of time. */
export function pageRequest({ mpid, filter, oldest }: TimelineQuery, part: PagePart): GetActivity {
  const oldestFirst = oldest !== (part.towards === "back");
  const bounds: Loose<ActivityFilter> = {};
  if (part.cursor === null && part.edgeMs !== null) {
    if (oldestFirst) bounds.from_ms = later(filter.from_ms, part.edgeMs);
    else bounds.to_ms = sooner(filter.to_ms, part.edgeMs + 1);
  }
  return {
    mpid,
    filter: { ...filter, ...bounds } as ActivityFilter,
    oldest_first: oldestFirst,
    cursor: part.cursor,
    limit: PAGE_EVENTS,
  };
}

/** A page as it stands on the screen. */
export function pageOf(view: ActivityPageView, part: PagePart): TimelinePage {
  return { ...view, events: part.towards === "back" ? view.events.toReversed() : view.events, part };
}

/** Whether the list begins with the first event there is, so that live ones belong right above it. */
export function beginsAtStart(pages: readonly TimelinePage[]): boolean {
  return pages[0] !== undefined && partBefore(pages) === undefined;
}

/** What to ask for to go further down; absent at the end. */
export function partAfter(pages: readonly TimelinePage[]): PagePart | undefined {
  const last = pages[pages.length - 1];
  if (!last) return undefined;
  const { part } = last;
  if (part.towards === "on") return last.next === null ? undefined : { ...part, cursor: last.next };
  if (part.cursor === null && part.edgeMs === null) return undefined;
  // What came after this page was let go, or never loaded: from its last event on. That one comes twice and is dropped.
  const edgeMs = pages.flatMap((page) => page.events).at(-1)?.ordered_ms ?? part.edgeMs;
  return edgeMs === null ? undefined : { towards: "on", cursor: null, edgeMs };
}

/** What to ask for to go further up; absent at the top. */
export function partBefore(pages: readonly TimelinePage[]): PagePart | undefined {
  const first = pages[0];
  if (!first) return undefined;
  const { part } = first;
  if (part.towards === "back") return first.next === null ? undefined : { ...part, cursor: first.next };
  if (part.cursor === null && part.edgeMs === null) return undefined;
  const edgeMs = pages.find((page) => page.events.length > 0)?.events[0]?.ordered_ms ?? part.edgeMs;
  return edgeMs === null ? undefined : { towards: "back", cursor: null, edgeMs };
}
