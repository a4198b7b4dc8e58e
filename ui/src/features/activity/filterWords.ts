/** What the filter chips say. */

import type { FacetView } from "../../api/generated/admin";
import { clock, DAY_MS, shortDay } from "../../components/clock";

const utcDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const utcDayYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `23 Nov` of a day as the bars count it: from midnight to midnight UTC. */
export function barDay(ms: number, now: number): string {
  const sameYear = new Date(ms).getUTCFullYear() === new Date(now).getUTCFullYear();
  return (sameYear ? utcDay : utcDayYear).format(ms).replace("Sept", "Sep");
}

/** `10 – 23 Nov`, `28 Oct – 3 Nov`, `3 Nov`; `to` is the first day that no longer counts. */
export function daysWords(from: number, to: number, now: number): string {
  const first = barDay(from, now);
  const last = barDay(to - 1, now);
  if (first === last) return first;
  const [day = "", ...rest] = first.split(" ");
  return last.endsWith(rest.join(" ")) && last.split(" ").length === rest.length + 1
    ? `${day} – ${last}`
    : `${first} – ${last}`;
}

function isMidnight(ms: number): boolean {
  return ms % DAY_MS === 0;
}

function momentWords(ms: number, now: number): string {
  return `${shortDay(ms, now)}, ${clock(ms).slice(0, 5)}`;
}

/** The span of time that is shown; absent when it has no bounds. */
export function spanWords(from: number | undefined, to: number | undefined, now: number): string | undefined {
  if (from !== undefined && to !== undefined) {
    const whole = isMidnight(from) && isMidnight(to) && to > from;
    return whole ? daysWords(from, to, now) : `${momentWords(from, now)} – ${momentWords(to, now)}`;
  }
  if (from !== undefined) return `since ${isMidnight(from) ? barDay(from, now) : momentWords(from, now)}`;
  if (to !== undefined) return `before ${isMidnight(to) ? barDay(to, now) : momentWords(to, now)}`;
  return undefined;
}

/** What a chip says of the chosen values: one by name, more by number. */
export function chosenWords(facets: readonly FacetView[], chosen: readonly string[]): string {
  const [first] = chosen;
  if (first === undefined) return "any";
  if (chosen.length > 1) return `${chosen.length} of ${Math.max(facets.length, chosen.length)}`;
  return facets.find((facet) => facet.value === first)?.label ?? first;
}

/** The values to choose from, with those chosen that no longer occur, narrowed by what was typed. */
export function facetRows(facets: readonly FacetView[], chosen: readonly string[], typed: string): FacetView[] {
  const known = new Set(facets.map((facet) => facet.value));
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value, count: 0 }));
  const wanted = typed.trim().toLowerCase();
  const all = [...gone, ...facets];
  if (wanted === "") return all;
  return all.filter(
    (facet) => facet.label.toLowerCase().includes(wanted) || facet.value.toLowerCase().includes(wanted),
  );
}

/** Two devices of one model are told apart by the beginning of their stamps. */
export function distinctLabels(facets: readonly FacetView[]): FacetView[] {
  const count = new Map<string, number>();
  for (const facet of facets) count.set(facet.label, (count.get(facet.label) ?? 0) + 1);
  return facets.map((facet) =>
    (count.get(facet.label) ?? 0) > 1 ? { ...facet, label: `${facet.label} (${facet.value.slice(0, 4)})` } : facet,
  );
}

/** Midnight UTC of what a date field holds (`2026-11-23`); absent when it is no date. */
export function fieldDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** A day as a date field wants it. */
export function dayField(ms: number | undefined): string {
  return ms === undefined ? "" : new Date(ms).toISOString().slice(0, 10);
}
