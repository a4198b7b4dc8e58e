/** A moment in the operator's zone, UTC with milliseconds on hover. */

import { clock, shortDay, utc } from "./clock";
import { relative, relativeShort } from "./moments";
import { useNow } from "./now";

export interface TimeProps {
  ms: number;
  /** `relative` "4 min ago" · `short` "4 min" · `clock` "15:02:47" · `day` "18 Nov" · `moment` "18 Nov, 15:02:47" · `both` "18 Nov, 15:02:47 · 4 min ago" */
  form?: "relative" | "short" | "clock" | "day" | "moment" | "both" | undefined;
  className?: string | undefined;
}

export function Time({ ms, form = "relative", className }: TimeProps) {
  const now = useNow();
  return (
    <time className={className} dateTime={isoOf(ms)} title={utc(ms)}>
      {words(ms, now, form)}
    </time>
  );
}

function words(ms: number, now: number, form: NonNullable<TimeProps["form"]>): string {
  switch (form) {
    case "relative":
      return relative(ms, now);
    case "short":
      return relativeShort(ms, now);
    case "clock":
      return clock(ms);
    case "day":
      return shortDay(ms, now);
    case "moment":
      return `${shortDay(ms, now)}, ${clock(ms)}`;
    case "both": {
      const near = relative(ms, now);
      const full = `${shortDay(ms, now)}, ${clock(ms)}`;
      return near === shortDay(ms, now) ? full : `${full} · ${near}`;
    }
  }
}

function isoOf(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
