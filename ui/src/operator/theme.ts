/** Light, dark, or as the system is. The name in the storage is also read by public/theme.js. */

import { remembered } from "../components/remembered";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const theme = remembered<Theme>("theme", (stored) => themes.find((name) => name === stored) ?? "system");

/** Shows a theme and keeps it. */
export function setTheme(next: Theme): void {
  theme.set(next);
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

/** Whether dark is what is seen now. */
export function isDark(): boolean {
  const chosen = theme.get();
  return chosen === "system" ? window.matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}

/** From light to dark and back. */
export function switchTheme(): void {
  setTheme(isDark() ? "light" : "dark");
}
