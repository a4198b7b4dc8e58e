/** Names of workspaces: what is wrong with one, before the engine is asked. */

const LENGTH_MAX = 64;

export function nameFault(name: string, taken: readonly string[]): string | undefined {
  const text = name.trim();
  if (text === "") return "A workspace needs a name";
  if ([...text].length > LENGTH_MAX) return `At most ${LENGTH_MAX} characters`;
  if (taken.some((other) => other.toLowerCase() === text.toLowerCase())) return "Another workspace has this name";
  return undefined;
}
