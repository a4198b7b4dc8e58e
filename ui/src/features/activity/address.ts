/** The state of the activity tab as it stands in the address, and the filter that it means. */

import type { ActivityFilter } from "../../api/generated/admin";
import type { Grouping } from "./timelineRows";

export type DetailView = "fields" | "event" | "batch" | "raw";

/** The search part of the address. Everything is optional; what is absent is the default. */
export interface ActivityAddress {
  /** From this moment, ms UTC. */
  from?: number;
  /** Before this moment, ms UTC. */
  to?: number;
  input?: number[];
  type?: string[];
  name?: string[];
  device?: string[];
  /** The workspace whose events are shown; another thing than the profile's own. */
  in?: number;
  highlight?: string[];
  order?: "oldest";
  group?: Grouping;
  /** The event in the pane, `seq-index`, or a batch, `seq-batch`. */
  event?: string;
  view?: DetailView;
}

const CATEGORIES: readonly string[] = ["screen", "commerce", "custom", "other"];

function moment(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? Math.trunc(number) : undefined;
}

/** One value or several, as text; the router may have read numbers out of an address written by hand. */
function texts(value: unknown): string[] | undefined {
  const list = (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
    .filter((entry) => typeof entry === "string" || typeof entry === "number")
    .map(String)
    .filter((entry) => entry !== "");
  return list.length > 0 ? [...new Set(list)] : undefined;
}

function numbers(value: unknown): number[] | undefined {
  const list = texts(value)
    ?.map(Number)
    .filter((entry) => Number.isInteger(entry) && entry >= 0);
  return list && list.length > 0 ? list : undefined;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((entry) => entry === value);
}

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readAddress(search: Record<string, unknown>): ActivityAddress {
  const event = typeof search.event === "string" && /^\d+-(\d+|batch)$/.test(search.event) ? search.event : undefined;
  return withoutAbsent({
    from: moment(search.from),
    to: moment(search.to),
    input: numbers(search.input),
    type: texts(search.type)?.filter((entry) => CATEGORIES.includes(entry)),
    name: texts(search.name),
    device: texts(search.device),
    in: moment(search.in),
    highlight: texts(search.highlight),
    order: oneOf(search.order, ["oldest"] as const),
    group: oneOf(search.group, ["day", "session", "batch"] as const),
    event,
    view: oneOf(search.view, ["fields", "event", "batch", "raw"] as const),
  });
}

export type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** Drops what is absent or empty, so that addresses stay short. */
export function withoutAbsent(address: Loose<ActivityAddress>): ActivityAddress {
  const kept = Object.entries(address).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as ActivityAddress;
}

/** Changes parts of an address; `undefined` removes one. */
export function changeAddress(address: ActivityAddress, change: Loose<ActivityAddress>): ActivityAddress {
  return withoutAbsent({ ...address, ...change });
}

/** What the engine is asked for. */
export function filterOf(address: ActivityAddress): ActivityFilter {
  return {
    from_ms: address.from ?? null,
    to_ms: address.to ?? null,
    inputs: address.input ?? [],
    categories: address.type ?? [],
    names: address.name ?? [],
    devices: address.device ?? [],
    workspace: address.in ?? null,
  };
}

/** Whether any part narrows the list. */
export function isFiltered(address: ActivityAddress): boolean {
  const { from, to, input, type, name, device } = address;
  return [from, to, input, type, name, device, address.in].some((part) => part !== undefined);
}

/** The address with nothing narrowed and nothing highlighted. */
export function cleared(address: ActivityAddress): ActivityAddress {
  return withoutAbsent({ order: address.order, group: address.group, event: address.event, view: address.view });
}

/** The event or batch that the pane shows. */
export function eventOf(address: ActivityAddress): { seq: string; index: number | null } | undefined {
  if (address.event === undefined) return undefined;
  const [seq, index] = address.event.split("-");
  if (seq === undefined || index === undefined) return undefined;
  return { seq, index: index === "batch" ? null : Number(index) };
}

/** Puts a value into a list or takes it out. */
export function toggled<T>(list: readonly T[] | undefined, value: T): T[] | undefined {
  const without = (list ?? []).filter((entry) => entry !== value);
  const next = without.length === (list ?? []).length ? [...without, value] : without;
  return next.length > 0 ? next : undefined;
}
