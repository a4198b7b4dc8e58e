/** What the palette can do besides finding users, as plain data, and which of it a text asks for. */

import type { LucideIcon } from "lucide-react";

export interface PaletteAction {
  id: string;
  icon: LucideIcon;
  words: string;
  /** What else there is to say, at its right. */
  detail: string;
  /** Other words by which people look for it. */
  also: string;
  /** As `useShortcuts` writes them. */
  keys?: string;
  run: () => void;
}

/** How well a text fits: 3 from the start, 2 from the start of a word, 1 inside, 0 not at all. */
function fits(text: string, needle: string): number {
  const at = text.toLowerCase().indexOf(needle);
  if (at < 0) return 0;
  if (at === 0) return 3;
  return /[\s“(]/.test(text[at - 1] ?? "") ? 2 : 1;
}

/** The actions that the text asks for, best first; an empty text asks for all. */
export function fittingActions(actions: readonly PaletteAction[], text: string): PaletteAction[] {
  const needle = text.trim().toLowerCase();
  if (needle === "") return [...actions];
  return actions
    .map((action) => {
      const inWords = fits(action.words, needle) * 2;
      return { action, score: Math.max(inWords, fits(action.also, needle) > 1 ? 1 : 0) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ action }) => action);
}

/** `>` in front asks for actions alone. */
export function readPaletteText(text: string): { actionsOnly: boolean; query: string } {
  const actionsOnly = text.startsWith(">");
  return { actionsOnly, query: (actionsOnly ? text.slice(1) : text).trim() };
}
