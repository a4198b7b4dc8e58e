/** The attributes in the order they are read: reserved ones, then by name, deleted ones in their place. */

import type { AttributeView, ProfileView } from "../../api/generated/admin";

export interface AttributeLine {
  name: string;
  /** Absent where the attribute was deleted. */
  value: AttributeView["value"] | null;
  time_ms: number;
  input: string;
  seq: string;
}

export interface AttributeGroups {
  reserved: AttributeLine[];
  own: AttributeLine[];
  /** How many there are before narrowing, deleted ones not counted. */
  all: number;
  deleted: number;
  /** How many match. */
  shown: number;
}

/** Worth a filter from this many on. */
export const MANY_ATTRIBUTES = 12;

type WithAttributes = Pick<ProfileView, "attributes" | "deleted_attributes">;

function matches(line: AttributeLine, wanted: string): boolean {
  if (wanted === "") return true;
  const { value } = line;
  const texts = [line.name, value?.text ?? "", ...(value?.items ?? []), value === null ? "deleted" : ""];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

export function attributeGroups(profile: WithAttributes, filter: string): AttributeGroups {
  const wanted = filter.trim().toLowerCase();
  const deleted = profile.deleted_attributes;
  const gone = deleted.map((one) => ({ ...one, value: null }));
  const lines: (AttributeLine & { reserved: boolean })[] = [...profile.attributes, ...gone];
  lines.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const matching = lines.filter((line) => matches(line, wanted));
  return {
    reserved: matching.filter((line) => line.reserved),
    own: matching.filter((line) => !line.reserved),
    all: profile.attributes.length,
    deleted: deleted.length,
    shown: matching.length,
  };
}
