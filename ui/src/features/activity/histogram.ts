/** The bars above the timeline: which days a bar stands for, and what a brush over them means. */

import type { DayView } from "../../api/generated/admin";
import { DAY_MS } from "../../components/clock";

export interface Bin {
  /** Inclusive, ms UTC. */
  startMs: number;
  /** Exclusive, ms UTC. */
  endMs: number;
  screen: number;
  commerce: number;
  custom: number;
  other: number;
}

/** Lengths of a bar in days, finest first. */
const STEPS = [1, 2, 7, 14, 28, 91, 364] as const;
/** A user seen this lately gets bars up to today, so that the empty days since are seen. */
const RECENT_DAYS = 30;

export function binTotal(bin: Bin): number {
  return bin.screen + bin.commerce + bin.custom + bin.other;
}

function utcDay(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

/**
 * Bars from the first day with events to the last (or to today, if that is near), at most `most` of them: a day each while
 * they fit, else weeks and more. Bars of several days end with the last day, so that the newest bar is never cut short.
 * With fewer than `least` days the days before the first are shown too: one bar over the whole width says nothing.
 */
export function binDays(days: readonly DayView[], most: number, now: number, least = 1): Bin[] {
  const first = days[0];
  const last = days[days.length - 1];
  if (!first || !last) return [];
  const today = utcDay(now);
  const lastDay = utcDay(last.day_ms);
  const end = (today > lastDay && today - lastDay <= RECENT_DAYS * DAY_MS ? today : lastDay) + DAY_MS;
  const start = Math.min(utcDay(first.day_ms), end - least * DAY_MS);
  const count = Math.round((end - start) / DAY_MS);
  const step = STEPS.find((length) => Math.ceil(count / length) <= Math.max(most, 1)) ?? 364;
  const bars = Math.ceil(count / step);
  const origin = end - bars * step * DAY_MS;
  const bins: Bin[] = Array.from({ length: bars }, (_, index) => ({
    startMs: origin + index * step * DAY_MS,
    endMs: origin + (index + 1) * step * DAY_MS,
    screen: 0,
    commerce: 0,
    custom: 0,
    other: 0,
  }));
  for (const day of days) {
    const bin = bins[Math.floor((day.day_ms - origin) / (step * DAY_MS))];
    if (!bin) continue;
    bin.screen += day.screen;
    bin.commerce += day.commerce;
    bin.custom += day.custom;
    bin.other += day.other;
  }
  return bins;
}

/** Bars `first` to `last`, both inclusive. */
export interface Brush {
  first: number;
  last: number;
}

/** The moments that a brush covers. */
export function brushTimes(bins: readonly Bin[], brush: Brush): { from: number; to: number } | undefined {
  const first = bins[brush.first];
  const last = bins[brush.last];
  return first && last ? { from: first.startMs, to: last.endMs } : undefined;
}

/** The bars that a span of time touches; absent when it covers none or has no bounds. */
export function brushOf(bins: readonly Bin[], from: number | undefined, to: number | undefined): Brush | undefined {
  if (from === undefined && to === undefined) return undefined;
  const low = from ?? Number.NEGATIVE_INFINITY;
  const high = to ?? Number.POSITIVE_INFINITY;
  const first = bins.findIndex((bin) => bin.endMs > low && bin.startMs < high);
  if (first < 0) return undefined;
  let last = first;
  while (last + 1 < bins.length && (bins[last + 1]?.startMs ?? high) < high) last += 1;
  return { first, last };
}

/** Both ways round: a drag to the left is a brush too. */
export function brushBetween(anchor: number, here: number, bars: number): Brush {
  const clamp = (index: number) => Math.min(Math.max(index, 0), bars - 1);
  return { first: clamp(Math.min(anchor, here)), last: clamp(Math.max(anchor, here)) };
}

/** Moves a brush as it is, stopping at the ends without becoming narrower. */
export function moveBrush(brush: Brush, by: number, bars: number): Brush {
  const room = Math.min(Math.max(by, -brush.first), bars - 1 - brush.last);
  return { first: brush.first + room, last: brush.last + room };
}

/** Moves the end (or with a negative step shortens it), never to less than one bar. */
export function widenBrush(brush: Brush, by: number, bars: number): Brush {
  return { first: brush.first, last: Math.min(Math.max(brush.last + by, brush.first), bars - 1) };
}

/** What a key does to the brush: a new brush, `null` to clear it, `undefined` when the key is not its business. */
export function brushKey(
  key: string,
  shift: boolean,
  brush: Brush | undefined,
  bars: number,
): Brush | null | undefined {
  if (bars === 0) return undefined;
  const newest: Brush = { first: bars - 1, last: bars - 1 };
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const by = key === "ArrowLeft" ? -1 : 1;
      if (!brush) return newest;
      return shift ? widenBrush(brush, by, bars) : moveBrush(brush, by, bars);
    }
    case "Home":
      return brush ? (shift ? { ...brush, first: 0 } : moveBrush(brush, -bars, bars)) : { first: 0, last: 0 };
    case "End":
      return brush ? (shift ? { ...brush, last: bars - 1 } : moveBrush(brush, bars, bars)) : newest;
    case "Escape":
    case "Delete":
      return brush ? null : undefined;
    default:
      return undefined;
  }
}

/** Events within the brush and in all bars. */
export function brushCount(bins: readonly Bin[], brush: Brush | undefined): { within: number; all: number } {
  let within = 0;
  let all = 0;
  bins.forEach((bin, index) => {
    const total = binTotal(bin);
    all += total;
    if (brush && index >= brush.first && index <= brush.last) within += total;
  });
  return { within, all };
}

/** Bars that get a label under them: about `labels` of them, the first and the last among them. */
export function axisTicks(bars: number, labels: number): number[] {
  if (bars === 0) return [];
  if (bars <= labels) return Array.from({ length: bars }, (_, index) => index);
  return Array.from({ length: labels }, (_, label) => Math.round((label * (bars - 1)) / (labels - 1)));
}
