/** Limits as they are typed: an empty field is no limit. */

import type { LimitsView } from "../../../api/generated/admin";

const MAX = 4_294_967_295;

/** A number from 1, `null` for no limit, `undefined` for what is none of both. */
export function readLimit(text: string): number | null | undefined {
  const bare = text.replaceAll(/[\s,.’']/g, "");
  if (bare === "") return null;
  if (!/^\d+$/.test(bare)) return undefined;
  const limit = Number(bare);
  return limit >= 1 && limit <= MAX ? limit : undefined;
}

export const LIMIT_FAULT = "A whole number from 1, or nothing for no limit";

export const LIMITS: readonly { name: keyof LimitsView; words: string }[] = [
  { name: "batches_per_s", words: "Batches" },
  { name: "identity_per_s", words: "Identity requests" },
  { name: "reads_per_s", words: "Profile requests" },
];

export function sameLimits(one: LimitsView, other: LimitsView): boolean {
  return LIMITS.every(({ name }) => one[name] === other[name]);
}
