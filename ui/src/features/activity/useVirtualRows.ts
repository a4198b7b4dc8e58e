/**
 * Which rows of the timeline exist. Their heights are known exactly, so what is in sight can stay where it is while rows
 * come in above it, or go.
 */

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { dayOf, rowAt, rowTops, type TimelineRow } from "./timelineRows";

/** px above and below the sight in which rows exist already. */
const MARGIN = 480;

interface Sight {
  first: number;
  last: number;
  /** The row at the upper edge. */
  top: number;
}

export interface VirtualRows {
  frame: RefObject<HTMLDivElement | null>;
  tops: Float64Array;
  first: number;
  last: number;
  /** The head of the day at the upper edge. */
  day: ReturnType<typeof dayOf>;
  atTop: boolean;
  /** Rows that fit. */
  page: number;
  reveal: (place: number, where?: "near" | "middle") => void;
  toTop: () => void;
  toEnd: () => void;
}

const ROW = 28;

export function useVirtualRows(rows: readonly TimelineRow[], stayAtTop: boolean): VirtualRows {
  const frame = useRef<HTMLDivElement>(null);
  const tops = useMemo(() => rowTops(rows), [rows]);
  const [sight, setSight] = useState<Sight>({ first: 0, last: 40, top: 0 });
  const [atTop, setAtTop] = useState(true);
  const [height, setHeight] = useState(0);
  /** The row that is held in its place, and how far it is from the upper edge. */
  const held = useRef<{ key: string; offset: number } | undefined>(undefined);

  const look = useCallback(() => {
    const element = frame.current;
    if (!element) return;
    const { scrollTop, clientHeight } = element;
    const top = rowAt(tops, scrollTop);
    const next = { first: rowAt(tops, scrollTop - MARGIN), last: rowAt(tops, scrollTop + clientHeight + MARGIN), top };
    setSight((now) => (now.first === next.first && now.last === next.last && now.top === top ? now : next));
    setAtTop(scrollTop < 1);
    setHeight(clientHeight);
    // Heads are named by their first event, which changes; events are what can be held on to.
    let place = top;
    while (place < rows.length - 1 && rows[place]?.kind !== "event") place += 1;
    const row = rows[place];
    held.current = row && { key: row.key, offset: (tops[place] ?? 0) - scrollTop };
  }, [rows, tops]);

  useLayoutEffect(() => {
    const element = frame.current;
    const hold = held.current;
    if (element && hold && !(stayAtTop && element.scrollTop < 1)) {
      const place = rows.findIndex((row) => row.key === hold.key);
      if (place >= 0) element.scrollTop = (tops[place] ?? 0) - hold.offset;
    }
    look();
  }, [rows, tops, look, stayAtTop]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [look]);

  const reveal = useCallback(
    (place: number, where: "near" | "middle" = "near") => {
      const element = frame.current;
      if (!element) return;
      const top = tops[place] ?? 0;
      const bottom = tops[place + 1] ?? top;
      // The head of the day covers the first row.
      const seenFrom = element.scrollTop + ROW;
      const seenTo = element.scrollTop + element.clientHeight;
      if (where === "middle") element.scrollTop = top - element.clientHeight / 3;
      else if (top < seenFrom) element.scrollTop = place <= 3 ? 0 : top - ROW;
      else if (bottom > seenTo) element.scrollTop = bottom - element.clientHeight;
      look();
    },
    [tops, look],
  );
  const toTop = useCallback(() => {
    if (frame.current) frame.current.scrollTop = 0;
    look();
  }, [look]);

  const toEnd = useCallback(() => {
    if (frame.current) frame.current.scrollTop = frame.current.scrollHeight;
    look();
  }, [look]);

  return {
    frame,
    tops,
    first: Math.min(sight.first, Math.max(rows.length - 1, 0)),
    last: Math.min(sight.last, rows.length - 1),
    day: dayOf(rows, sight.top),
    atTop,
    page: Math.max(1, Math.floor(height / ROW) - 1),
    reveal,
    toTop,
    toEnd,
  };
}
