/** Where in the order a fault or a warning belongs, and what mends it with one press. */

import type { IdentityTypeView, ScopeSettings } from "../../../api/generated/admin";
import { has, putFirst, toggled } from "./scopeDraft";

export interface PlacedFault {
  tone: "neg" | "warn";
  text: string;
  /** The type that it is about; absent when none of the order is. */
  type: string | undefined;
  mend: { words: string; settings: ScopeSettings } | undefined;
}

/** The engine's sentences begin with the label of the type; of two labels that fit, the longer is meant. */
function typeIn(text: string, types: readonly IdentityTypeView[]): string | undefined {
  return types
    .filter((type) => text.startsWith(`${type.label} `))
    .toSorted((one, other) => other.label.length - one.label.length)[0]?.name;
}

/** What mends a type, the first that it lacks. */
function mendOf(text: string, settings: ScopeSettings, type: string): PlacedFault["mend"] {
  if (/must be first/.test(text)) return { words: "Put it first", settings: putFirst(settings, type) };
  if (/must be unique/.test(text) && !has(settings, "unique", type)) {
    return { words: "Make it unique", settings: toggled(settings, "unique", type) };
  }
  if (/log-in/.test(text) && !has(settings, "login", type)) {
    return { words: "Make it a log-in", settings: toggled(settings, "login", type) };
  }
  return undefined;
}

export function placedFaults(
  check: { faults: readonly string[]; warnings: readonly string[] },
  settings: ScopeSettings,
  types: readonly IdentityTypeView[],
): PlacedFault[] {
  const placed = (tone: PlacedFault["tone"]) => (text: string) => {
    const named = typeIn(text, types);
    const type = named !== undefined && settings.priority.includes(named) ? named : undefined;
    return { tone, text, type, mend: type === undefined ? undefined : mendOf(text, settings, type) };
  };
  return [...check.faults.map(placed("neg")), ...check.warnings.map(placed("warn"))];
}
