/** JSON whose whole numbers keep all their digits: MPIDs have 64 bits, more than a number of the language holds. */

/** Stands before the digits of a number that would be bent. */
const MARK = "\u0000";

/** Reads a text; numbers of 16 digits and more become marked texts. */
export function parseExact(text: string): unknown {
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (piece) =>
    /^-?\d{16,}$/.test(piece) ? JSON.stringify(MARK + piece) : piece,
  );
  return JSON.parse(marked);
}

/** A value as text: what fits into the width stands on one line, the rest over several. */
export function writeExact(value: unknown, width = 68): string {
  return written(value, width, "", "");
}

/** `lead` stands before the value on its line: the indent and the name. */
function written(value: unknown, width: number, indent: string, lead: string): string {
  const flat = onOneLine(value);
  if (typeof value !== "object" || value === null || lead.length + flat.length <= width) return lead + flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => written(item, width, inner, inner));
    return `${lead}[\n${items.join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value).map(([name, member]) =>
    written(member, width, inner, `${inner}${JSON.stringify(name)}: `),
  );
  return `${lead}{\n${members.join(",\n")}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (typeof value === "string" && value.startsWith(MARK)) return value.slice(MARK.length);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A value as it stands in a sentence or an address: a text without its quotes. */
export function plainExact(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainExact).join(",");
  return typeof value === "string" ? value.replace(MARK, "") : onOneLine(value);
}
