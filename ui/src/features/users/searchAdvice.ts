/** What to try when nobody was found. */

export interface Advice {
  /** What to search instead. */
  query: string;
  kind: string | null;
  former: boolean;
  environment: string;
  words: string;
  /** What is different about it. */
  why: string;
}

export interface Tried {
  query: string;
  kind: string | null;
  kindLabel: string;
  former: boolean;
  environment: string;
}

/** Shorter or plainer forms of what was typed, best first. */
export function plainerQueries(query: string): string[] {
  const text = query.trim();
  const forms = [
    text.includes("@") ? text.slice(0, text.indexOf("@")) : "",
    // A phone number as it is stored: digits alone.
    /^[+\d][\d\s().-]{5,}$/.test(text) ? text.replace(/[^\d+]/g, "") : "",
    text.split(/\s+/).toSorted((a, b) => b.length - a.length)[0] ?? "",
    text.replace(/^["'<]+|["'>.,;]+$/g, ""),
    text.length > 6 ? text.slice(0, Math.ceil(text.length / 2)).trimEnd() : "",
  ];
  return [...new Set(forms)].filter((form) => form.length > 1 && form.toLowerCase() !== text.toLowerCase());
}

/** Everything worth trying: first without the narrowing, then plainer, then the other environment. */
export function adviceFor(tried: Tried): Advice[] {
  const { kindLabel, ...same } = tried;
  const other = tried.environment === "production" ? "development" : "production";
  const advice: Advice[] = [];
  if (tried.kind !== null)
    advice.push({ ...same, kind: null, words: "Look in all identity types", why: `not ${kindLabel} alone` });
  if (!tried.former)
    advice.push({ ...same, former: true, words: "Include former identities", why: "those a user no longer has" });
  for (const query of plainerQueries(tried.query).slice(0, 2)) {
    advice.push({ ...same, query, words: `Search “${query}”`, why: "" });
  }
  advice.push({ ...same, environment: other, words: `Look in ${other}`, why: "the other environment" });
  return advice;
}
