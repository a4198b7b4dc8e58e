/** The keys of a screen: `useShortcuts("Profile", [{ keys: "j", does: "Show as JSON", run }])`. `?` lists them all. */

import { useEffect, useRef } from "react";
import { isSingleKey, isStroke, strokesOf } from "./keyStroke";
import { singleKeys } from "./singleKeys";

export interface Shortcut {
  /** `j` · `mod+k` · `shift+r` · `g u` · `alt+ArrowLeft` */
  keys: string;
  /** In words, for the list of keys. */
  does: string;
  /** Absent for keys that something else handles and that are only listed. */
  run?: ((event: KeyboardEvent) => void) | undefined;
  /** Also while a dialog or a menu is open. */
  inDialogs?: boolean | undefined;
  enabled?: boolean | undefined;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1200;

const groups: { current: ShortcutGroup }[] = [];

/** What is in force now, by title. Of two that take the same key only the one that wins is listed. */
export function currentShortcuts(): ShortcutGroup[] {
  const taken = new Set<string>();
  const byTitle = new Map<string, Shortcut[]>();
  for (const { current } of groups.toReversed()) {
    const free = current.shortcuts.filter((each) => each.enabled !== false && !taken.has(each.keys));
    for (const { keys } of free) taken.add(keys);
    byTitle.set(current.title, [...free, ...(byTitle.get(current.title) ?? [])]);
  }
  return [...byTitle]
    .toReversed()
    .map(([title, shortcuts]) => ({ title, shortcuts }))
    .filter((group) => group.shortcuts.length > 0);
}

/** Puts keys in force for as long as the component is there; later ones win, those of the frame always give way. */
export function useShortcuts(
  title: string,
  shortcuts: readonly Shortcut[],
  place: "screen" | "frame" = "screen",
): void {
  const group = useRef<ShortcutGroup>({ title, shortcuts });
  useEffect(() => {
    group.current = { title, shortcuts };
  });
  useEffect(() => {
    if (place === "frame") groups.unshift(group);
    else groups.push(group);
    return () => {
      groups.splice(groups.indexOf(group), 1);
    };
  }, [place]);
}

function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Enter and Space on a button or a link press it and nothing else. */
function pressesIt(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" && event.key !== " ") return false;
  return event.target instanceof Element && event.target.closest("button, a, summary, [role=button]") !== null;
}

/** Toasts have the role of a dialog, but nothing waits for them. */
function somethingIsOpen(): boolean {
  return document.querySelector(':is([role="dialog"], [role="alertdialog"], [role="menu"]):not(.toast)') !== null;
}

let begun: { stroke: string; until: number } | undefined;

function isPressed(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const [first = "", second] = strokesOf(shortcut.keys);
  if (second === undefined) return isStroke(first, event);
  return begun !== undefined && begun.until > event.timeStamp && begun.stroke === first && isStroke(second, event);
}

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.repeat || pressesIt(event)) return;
  const typing = inField(event.target);
  const open = somethingIsOpen();
  const able = groups
    .flatMap(({ current }) => current.shortcuts)
    .filter((shortcut) => shortcut.run && shortcut.enabled !== false && (!open || shortcut.inDialogs))
    .filter((shortcut) => !isSingleKey(shortcut.keys) || (!typing && singleKeys.get()));
  // A sequence under way comes before a single key; among equals the later comes first.
  const pressed = able.filter((shortcut) => isPressed(shortcut, event));
  const chosen = pressed.findLast((shortcut) => shortcut.keys.includes(" ")) ?? pressed.at(-1);
  begun = undefined;
  if (chosen) {
    event.preventDefault();
    chosen.run?.(event);
    return;
  }
  const starts = able.find(
    (shortcut) => shortcut.keys.includes(" ") && isStroke(strokesOf(shortcut.keys)[0] ?? "", event),
  );
  if (starts) begun = { stroke: strokesOf(starts.keys)[0] ?? "", until: event.timeStamp + SEQUENCE_MS };
}

/** Listens, once for the page. */
export function listenForShortcuts(): () => void {
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}
