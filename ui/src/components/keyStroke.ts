/** Shortcuts as they are written (`j`, `mod+k`, `shift+r`, `?`, `g u`) and whether a key press is one. */

import { modHeld } from "./keyNames";

export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The presses of a shortcut, in order: `g u` has two. */
export function strokesOf(keys: string): string[] {
  return keys.split(" ");
}

/** The caps of a shortcut, to be shown: `mod+k` has two. */
export function capsOf(keys: string): string[] {
  return strokesOf(keys).flatMap((stroke) => partsOf(stroke));
}

function partsOf(stroke: string): string[] {
  if (stroke === "+") return ["+"];
  return stroke.split("+").map((part) => (part === "" ? "+" : part));
}

function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key);
}

/** Whether the press is this one stroke. */
export function isStroke(stroke: string, press: Press): boolean {
  const parts = partsOf(stroke);
  const key = parts.at(-1) ?? "";
  const wants = new Set(parts.slice(0, -1));
  if (press.key.toLowerCase() !== (key === "space" ? " " : key.toLowerCase())) return false;
  const other = press.ctrlKey || press.metaKey;
  if (wants.has("mod") ? !modHeld(press) : other) return false;
  if (wants.has("alt") !== press.altKey) return false;
  // Signs need Shift on some keyboards and not on others; on letters and named keys it means something.
  return key.length > 1 || isLetter(key) ? wants.has("shift") === press.shiftKey : true;
}

/** Whether the first press has no modifier and would write something: such a shortcut must stay out of fields. */
export function isSingleKey(keys: string): boolean {
  const [first = ""] = strokesOf(keys);
  return partsOf(first).at(-1)?.length === 1 && !first.includes("mod+") && !first.includes("alt+");
}
