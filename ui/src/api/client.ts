/** Every command of the engine, typed by the command table. Which transport carries it is decided here, once. */

import type { Commands } from "./generated/admin";
import type { Transport } from "./transport";

export type Command = keyof Commands;
export type RequestOf<C extends Command> = Commands[C]["request"];
export type ViewOf<C extends Command> = Commands[C]["view"];

/** Whether this is the desktop window. */
export const inShell = "__TAURI_INTERNALS__" in globalThis;

async function choose(): Promise<Transport> {
  return inShell
    ? (await import("./transport-tauri")).tauriTransport
    : (await import("./transport-http")).httpTransport;
}

let chosen: Promise<Transport> | undefined;

/** The transport; also for what is no command: uploads, files, announcements. */
export function transport(): Promise<Transport> {
  chosen ??= choose();
  return chosen;
}

/** Sends a command. Throws `ProblemError`. */
export async function call<C extends Command>(
  command: C,
  request: RequestOf<C>,
  signal?: AbortSignal,
): Promise<ViewOf<C>> {
  const carrier = await transport();
  // The table is what both sides are generated from: the answer to a command is its view.
  return (await carrier.call(command, request, signal)) as ViewOf<C>;
}
