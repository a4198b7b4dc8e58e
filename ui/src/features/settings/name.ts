/** Names that people give: what is wrong with one, before the engine is asked. */

const LENGTH_MAX = 64;

/** `what` is the thing named: "workspace". */
export function nameFault(what: string, name: string, taken: readonly string[]): string | undefined {
  const text = name.trim();
  if (text === "") return `${/^[aeiou]/.test(what) ? "An" : "A"} ${what} needs a name`;
  if ([...text].length > LENGTH_MAX) return `At most ${LENGTH_MAX} characters`;
  if (taken.some((other) => other.toLowerCase() === text.toLowerCase())) return `Another ${what} has this name`;
  return undefined;
}
