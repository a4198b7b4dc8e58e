/** The search part of an address. Numbers that a float would bend, like MPIDs, stay text. */

import { parseSearchWith, stringifySearchWith } from "@tanstack/react-router";

/** The value that the text is, or a throw where it is only text. */
export function fromText(text: string): unknown {
  if (/^-?\d/.test(text)) {
    const number = Number(text);
    if (!Number.isSafeInteger(number) || String(number) !== text) throw new SyntaxError("not a whole number");
    return number;
  }
  return JSON.parse(text);
}

export const parseSearch = parseSearchWith(fromText);
export const stringifySearch = stringifySearchWith(JSON.stringify, fromText);
