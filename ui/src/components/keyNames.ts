/** Keys as they are written down (`mod`, `ArrowUp`, `g`) and as people read them. */

const mac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const NAMES: Readonly<Record<string, string>> = {
  mod: mac ? "⌘" : "Ctrl",
  alt: mac ? "⌥" : "Alt",
  shift: "Shift",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  enter: "↵",
  escape: "Esc",
  space: "Space",
  tab: "Tab",
  pageup: "PgUp",
  pagedown: "PgDn",
  home: "Home",
  end: "End",
};

/** `mod` gives `Ctrl` or `⌘`, `g` gives `G`. */
export function keyName(key: string): string {
  return NAMES[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** Whether the platform's modifier (Ctrl, on a Mac Cmd) is held. */
export function modHeld(event: Pick<KeyboardEvent, "ctrlKey" | "metaKey">): boolean {
  return mac ? event.metaKey : event.ctrlKey;
}
