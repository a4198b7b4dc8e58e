/** An alias in words, as one of its two users shows it. */

import type { AliasView } from "../../api/generated/admin";
import { shortDay } from "../../components/clock";

/** The sentence up to the other user's MPID, and what follows it. */
export function aliasWords(alias: AliasView, now: number): { before: string; after: string } {
  const from = shortDay(alias.from_ms, now);
  const to = shortDay(alias.to_ms, now);
  const range = from === to ? `of ${from}` : `of ${from} – ${to}`;
  const device = alias.device === null ? "" : ` of device ${alias.device}`;
  const events = `Events ${range}${device}`;
  const incoming = alias.role === "destination";
  const direction = incoming ? "from" : "to";
  switch (alias.state) {
    case "done":
      return { before: `${events} were copied ${direction}`, after: "" };
    case "waiting":
      return { before: `${events} will be copied ${direction}`, after: `on ${shortDay(alias.at_ms, now)}` };
    case "undone":
      return { before: `${events} were copied ${direction}`, after: "and taken back" };
    case "refused":
      return {
        before: `${events} were not copied ${direction}`,
        after: alias.reason === null ? "" : `: ${alias.reason}`,
      };
  }
}

/** Whether there is something to take back. */
export function canUndo(alias: AliasView): boolean {
  return alias.state === "done" || alias.state === "waiting";
}
