/** The port of the door for SDKs. */

export const DEFAULT_PORT = 8787;

const MIN = 1024;
const MAX = 65_535;

export function readPort(text: string): number {
  return Number(text.trim());
}

/** What is wrong with a text as a port. Ports that browsers never call are left to the engine. */
export function portFault(text: string): string | undefined {
  const port = readPort(text);
  if (!/^\d+$/.test(text.trim()) || port < MIN || port > MAX) return `A port is a number from ${MIN} to ${MAX}`;
  return undefined;
}
