/** Commands through the desktop shell. The only file that knows it. */

import { invoke } from "@tauri-apps/api/core";
import { listen as listenTo, type UnlistenFn } from "@tauri-apps/api/event";
import type { Tag } from "./generated/admin";
import { problemFrom } from "./problem";
import type { SentFile, Transport } from "./transport";

/** The shell cannot take a call back, so an aborted one is forgotten instead. */
function forgettable<T>(answer: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const forget = () => reject(new DOMException("The call was cancelled", "AbortError"));
    if (signal.aborted) return forget();
    signal.addEventListener("abort", forget, { once: true });
    answer.then(resolve, reject);
  });
}

/** A raw answer arrives as bytes, by the slower way of web views as a list of them; one of JSON as its value. */
function fromBytes(answer: unknown): unknown {
  const bytes = Array.isArray(answer) ? Uint8Array.from(answer) : answer;
  if (!(bytes instanceof ArrayBuffer) && !ArrayBuffer.isView(bytes)) return bytes;
  return JSON.parse(new TextDecoder().decode(bytes));
}

async function call(command: string, request: unknown): Promise<unknown> {
  try {
    const answer = await invoke<unknown>("rpc", { command, request });
    return fromBytes(answer);
  } catch (fault) {
    throw problemFrom(fault);
  }
}

function fileOf(path: string): SentFile {
  return { source: { from: "path", path }, name: path.split(/[\\/]/).at(-1) ?? path };
}

/** Turns the shell's promises of "stop listening" into one plain function. */
function stopping(...listening: Promise<UnlistenFn>[]): () => void {
  return () => {
    for (const each of listening) void each.then((stop) => stop());
  };
}

export const tauriTransport: Transport = {
  call: (command, request, signal) => forgettable(call(command, request), signal),
  listen: (listener) => {
    const listening = listenTo<{ tags: Tag[] }>("changed", (event) => listener.changed(event.payload.tags));
    void listening.then(() => listener.connected(true));
    return stopping(listening);
  },
  pickFiles: async () => (await invoke<string[]>("pick_files")).map(fileOf),
  saveText: async (name, text) => {
    try {
      return await invoke<string | null>("save_text", { name, text });
    } catch (fault) {
      throw problemFrom(fault);
    }
  },
  listenForFiles: (over, dropped) =>
    stopping(
      listenTo("tauri://drag-enter", () => over(true)),
      listenTo("tauri://drag-leave", () => over(false)),
      listenTo<{ paths: string[] }>("tauri://drag-drop", (event) => {
        over(false);
        dropped(event.payload.paths.map(fileOf));
      }),
    ),
};
