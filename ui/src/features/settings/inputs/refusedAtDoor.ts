/** What was refused at the door, as rows. */

import type { InputRefusalPageView, InputRefusalView } from "../../../api/generated/admin";

export interface DoorRow {
  key: string;
  refusal: InputRefusalView;
}

/** Refusals have no number of their own: their place from the oldest page's end would move, so the moment and the place among its like name them. */
export function doorRows(pages: readonly InputRefusalPageView[]): DoorRow[] {
  const seen = new Map<number, number>();
  return pages
    .flatMap((page) => page.refusals)
    .map((refusal) => {
      const before = seen.get(refusal.received_ms) ?? 0;
      seen.set(refusal.received_ms, before + 1);
      return { key: `r${refusal.received_ms}-${before}`, refusal };
    });
}

/** The text indented, digit for digit, when it is whole JSON; as it came otherwise. */
export function readable(text: string): { text: string; json: boolean } {
  try {
    JSON.parse(text);
  } catch {
    return { text, json: false };
  }
  return { text: indented(text), json: true };
}

/** JSON with line breaks put in; no number is read, so none loses a digit. */
function indented(text: string): string {
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  return tokens
    .map((token, place) => {
      const next = tokens[place + 1];
      if (token === "{" || token === "[") {
        depth += 1;
        return next === "}" || next === "]" ? token : token + line();
      }
      if (token === "}" || token === "]") {
        depth -= 1;
        const before = tokens[place - 1];
        return before === "{" || before === "[" ? token : line() + token;
      }
      if (token === ",") return token + line();
      return token === ":" ? ": " : token;
    })
    .join("");
}
