/** Cuts a text where it matches what was typed. */

export interface MatchPart {
  text: string;
  hit: boolean;
}

/** Lower case, one character for one character, so that places in it are places in the text. */
function folded(text: string): string {
  let out = "";
  for (const unit of text.split("")) {
    const low = unit.toLowerCase();
    out += low.length === 1 ? low : unit;
  }
  return out;
}

/** The text in parts; `every` marks all places, else the first alone. */
export function matchParts(text: string, query: string, every = false): MatchPart[] {
  const needle = folded(query.trim());
  if (needle === "") return [{ text, hit: false }];
  const hay = folded(text);
  const parts: MatchPart[] = [];
  let from = 0;
  for (let at = hay.indexOf(needle); at >= 0; at = every ? hay.indexOf(needle, from) : -1) {
    if (at > from) parts.push({ text: text.slice(from, at), hit: false });
    parts.push({ text: text.slice(at, at + needle.length), hit: true });
    from = at + needle.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), hit: false });
  return parts;
}
