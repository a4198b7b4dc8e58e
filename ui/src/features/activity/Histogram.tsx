/** Events by day above the timeline. A brush over the bars narrows the list to its days. */

import { memo, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { DayView } from "../../api/generated/admin";
import { useNow } from "../../components/now";
import { countText } from "../../components/numbers";
import { barDay, daysWords } from "./filterWords";
import {
  axisTicks,
  type Bin,
  type Brush,
  binDays,
  binTotal,
  brushBetween,
  brushCount,
  brushKey,
  brushOf,
  brushTimes,
  moveBrush,
} from "./histogram";
import "./histogram.css";

/** A bar needs this much to be hit, gap included. */
const BAR_PX = 9;
const LABEL_PX = 240;
/** Days shown at least, so that a young user's bars are bars and not walls. */
const LEAST_DAYS = 45;
/** A brush that was changed by a key is taken over after a pause, so that a held key asks once. */
const KEY_PAUSE_MS = 250;

export interface HistogramProps {
  days: readonly DayView[];
  from: number | undefined;
  to: number | undefined;
  /** Narrows to these moments, or to nothing. */
  onBrush: (times: { from: number; to: number } | undefined) => void;
}

/** What is under way with the pointer. */
interface Drag {
  kind: "draw" | "move" | "first" | "last";
  /** The bar that it began on. */
  anchor: number;
  before: Brush | undefined;
}

export const Histogram = memo(function Histogram({ days, from, to, onBrush }: HistogramProps) {
  const now = useNow();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const empty = days.length === 0;
  useEffect(() => {
    if (empty || !place.current) return;
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [empty]);
  const day = Math.floor(now / 86_400_000);
  const bins = useMemo(
    () => binDays(days, Math.max(1, Math.floor((width || 900) / BAR_PX)), day * 86_400_000, LEAST_DAYS),
    [days, width, day],
  );
  const [draft, setDraft] = useState<Brush | null>();
  const drag = useRef<Drag>(undefined);
  const set = brushOf(bins, from, to);
  const brush = draft === undefined ? set : (draft ?? undefined);
  const commit = (next: Brush | undefined) => onBrush(next && brushTimes(bins, next));

  // A change by keys waits for the next one.
  const commitLater = useRef(commit);
  commitLater.current = commit;
  useEffect(() => {
    if (draft === undefined || drag.current) return;
    const timer = setTimeout(() => {
      commitLater.current(draft ?? undefined);
      setDraft(undefined);
    }, KEY_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  if (bins.length === 0) return null;

  const barAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const bar = Math.floor(((event.clientX - box.left) / box.width) * bins.length);
    return Math.min(Math.max(bar, 0), bins.length - 1);
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const anchor = barAt(event);
    const handle = (event.target as HTMLElement).dataset.handle;
    const kind = handle === "first" || handle === "last" ? handle : handle === "middle" ? "move" : "draw";
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { kind, anchor, before: brush };
    if (kind === "draw") setDraft({ first: anchor, last: anchor });
  };
  const pull = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    if (!current) return;
    const here = barAt(event);
    const { before } = current;
    if (current.kind === "draw" || !before) setDraft(brushBetween(current.anchor, here, bins.length));
    else if (current.kind === "move") setDraft(moveBrush(before, here - current.anchor, bins.length));
    else setDraft(brushBetween(current.kind === "first" ? before.last : before.first, here, bins.length));
  };
  const release = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    drag.current = undefined;
    if (!current) return;
    // A press inside of the brush that moves nothing picks the day under it.
    const still = current.kind === "move" && barAt(event) === current.anchor;
    const next = still ? { first: current.anchor, last: current.anchor } : brush;
    setDraft(undefined);
    commit(next);
  };

  const counts = brushCount(bins, brush);
  const times = brush && brushTimes(bins, brush);
  const words = times
    ? `${daysWords(times.from, times.to, now)}, ${countText(counts.within)} of ${countText(counts.all)} events`
    : `All days, ${countText(counts.all)} events`;
  return (
    <div className="histogram">
      <div
        ref={place}
        className="histogram-bars"
        role="slider"
        tabIndex={0}
        aria-label="Days shown, UTC"
        aria-valuemin={0}
        aria-valuemax={bins.length - 1}
        aria-valuenow={brush?.last ?? bins.length - 1}
        aria-valuetext={words}
        onPointerDown={press}
        onPointerMove={pull}
        onPointerUp={release}
        onPointerCancel={() => {
          drag.current = undefined;
          setDraft(undefined);
        }}
        onKeyDown={(event) => {
          const next = brushKey(event.key, event.shiftKey, brush, bins.length);
          if (next === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          setDraft(next);
        }}
      >
        <Bars bins={bins} brush={brush} now={now} />
        {brush && <BrushFrame brush={brush} bars={bins.length} />}
      </div>
      <Axis bins={bins} width={width} now={now} />
    </div>
  );
});

const CATEGORIES = ["commerce", "custom", "screen", "other"] as const;

function Bars({ bins, brush, now }: { bins: readonly Bin[]; brush: Brush | undefined; now: number }) {
  const most = Math.max(...bins.map(binTotal), 1);
  return bins.map((bin, place) => {
    const outside = brush !== undefined && (place < brush.first || place > brush.last);
    const total = binTotal(bin);
    const parts = CATEGORIES.filter((category) => bin[category] > 0);
    const title = `${daysWords(bin.startMs, bin.endMs, now)}: ${countText(total)}${parts.map((part) => `, ${part} ${countText(bin[part])}`).join("")}`;
    return (
      <i key={bin.startMs} className="histogram-bar" data-outside={outside || undefined} title={title} aria-hidden>
        {parts.map((category) => (
          <u key={category} data-category={category} style={{ height: `${(bin[category] / most) * 100}%` }} />
        ))}
        {total === 0 && <u data-category="none" />}
      </i>
    );
  });
}

function BrushFrame({ brush, bars }: { brush: Brush; bars: number }) {
  const left = (brush.first / bars) * 100;
  const width = ((brush.last - brush.first + 1) / bars) * 100;
  return (
    <span className="histogram-brush" data-handle="middle" style={{ left: `${left}%`, width: `${width}%` }} aria-hidden>
      <s data-handle="first" />
      <s data-handle="last" />
    </span>
  );
}

function Axis({ bins, width, now }: { bins: readonly Bin[]; width: number; now: number }) {
  const labels = Math.max(2, Math.min(8, Math.floor((width || 900) / LABEL_PX) + 1));
  const last = bins.length - 1;
  return (
    <div className="histogram-axis" aria-hidden>
      {axisTicks(bins.length, labels).map((place) => {
        const bin = bins[place];
        if (!bin) return null;
        const today = place === last && bin.endMs > now;
        const style =
          place === last && last > 0 ? { right: 0 } : { left: `${(place / Math.max(bins.length, 1)) * 100}%` };
        return (
          <span key={place} style={style}>
            {today ? "today" : barDay(bin.startMs, now)}
          </span>
        );
      })}
    </div>
  );
}
