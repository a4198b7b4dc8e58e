/** Times of the timeline in words. Everything is in the operator's zone; UTC is for hovers and details. */

import { locale } from "./locale";

const clockFormat = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const yearFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const weekdayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const weekdayYearFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const zoneFormat = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The start of the local day that a moment falls in; also the key of that day. */
export function localDay(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** `15:02:47` */
export function clock(ms: number): string {
  return clockFormat.format(ms);
}

/** `15:02:41.204 CET` */
export function clockWithZone(ms: number): string {
  const thousandths = String(((ms % 1000) + 1000) % 1000).padStart(3, "0");
  const zone = zoneFormat.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "";
  return `${clockFormat.format(ms)}.${thousandths} ${zone}`.trim();
}

/** `2026-11-23 14:02:41.204 UTC`, for hovers. */
export function utc(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return "–";
  return `${date.toISOString().replace("T", " ").replace("Z", "")} UTC`;
}

/** `23 Nov`, with the year when it is not this one. */
export function shortDay(ms: number, now: number): string {
  const format = new Date(ms).getFullYear() === new Date(now).getFullYear() ? dayFormat : yearFormat;
  // British usage has "Sept" where every other month has three letters.
  return format.format(ms).replace("Sept", "Sep");
}

/** The two parts of a day's head: `Today` and `Monday 23 November`. */
export function dayTitle(dayMs: number, now: number): { title: string; rest: string } {
  const today = localDay(now);
  const full = new Date(dayMs).getFullYear() === new Date(now).getFullYear() ? weekdayFormat : weekdayYearFormat;
  // Weekday first and no comma: "Monday 23 November".
  const words = full.format(dayMs).replace(",", "");
  if (dayMs === today) return { title: "Today", rest: words };
  if (dayMs === localDay(today - HOUR_MS)) return { title: "Yesterday", rest: words };
  return { title: shortDay(dayMs, now), rest: words };
}

/** `39 s`, `21 min`, `6 h 20 min`, `3 days`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** How long after its newest event a batch arrived: `received +0.8 s`; a day later and more gives the date instead. */
export function lag(newestMs: number, receivedMs: number, now: number): string {
  const late = receivedMs - newestMs;
  if (late < 0) return `received ${clock(receivedMs)}`;
  if (late < 10_000) return `received +${(late / 1000).toFixed(1)} s`;
  if (late < DAY_MS) return `received +${duration(late)}`;
  return `received ${shortDay(receivedMs, now)}`;
}
