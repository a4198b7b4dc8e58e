/** The widths that panes were dragged to, by the pane's name. */

import { remembered } from "./remembered";

export const paneWidths = remembered<Readonly<Record<string, number>>>("panes", (stored) => {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, px]) => typeof px === "number" && Number.isFinite(px)));
});
