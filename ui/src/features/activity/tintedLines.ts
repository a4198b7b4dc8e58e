/** The part of an event's JSON that is worth looking at first: what was bought, or what the event says of itself. */

const PARTS: readonly string[] = ["product_action", "promotion_action", "product_impressions", "custom_attributes"];

/**
 * The lines of the first such part, counted from 1: from its name to where its products begin, or to its end. The text
 * is indented by two, as the engine sends it. Absent where there is no such part, or nothing in it.
 */
export function tintedLines(json: string): readonly [number, number] | undefined {
  const lines = json.split("\n");
  for (const part of PARTS) {
    const first = lines.findIndex((line) => line.trimStart().startsWith(`"${part}": `));
    const head = lines[first];
    if (head === undefined || !/[{[]$/.test(head)) continue;
    const indent = head.length - head.trimStart().length;
    for (let at = first + 1; at < lines.length; at += 1) {
      const line = lines[at] ?? "";
      const depth = line.length - line.trimStart().length;
      if (depth <= indent || /^\s*"products": \[$/.test(line)) return [first + 1, at + 1];
    }
  }
  return undefined;
}
