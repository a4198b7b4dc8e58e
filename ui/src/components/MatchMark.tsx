/** A text with the part that matches marked yellow. */

import { matchParts } from "./matchParts";

export function MatchMark({ text, query, every }: { text: string; query: string; every?: boolean | undefined }) {
  let at = 0;
  return matchParts(text, query, every).map((part) => {
    const key = at;
    at += part.text.length;
    return part.hit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}
