/** What a status means, as a colour of the look. */

export type StatusTone = "pos" | "neg" | "warn" | "info";

/** Taken; refused; to be tried again; the rest. */
export function statusTone(status: string): StatusTone {
  if (status === "429" || status.startsWith("5")) return "warn";
  if (status.startsWith("2")) return "pos";
  return status.startsWith("4") ? "neg" : "info";
}
