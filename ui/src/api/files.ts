/** Files on their way in and out. */

import { call, transport } from "./client";
import type { ImportSource } from "./generated/admin";
import type { SentFile } from "./transport";

export type { SentFile } from "./transport";

/** The system's file dialog; `null` where the page has to use its own file input. */
export async function pickFiles(): Promise<SentFile[] | null> {
  const carrier = await transport();
  return carrier.pickFiles ? carrier.pickFiles() : null;
}

/** Sends a browser's file to the engine. */
export async function uploadFile(
  file: File,
  progress: (sentBytes: number) => void,
  signal?: AbortSignal,
): Promise<ImportSource> {
  const carrier = await transport();
  if (!carrier.upload) throw new Error("the shell names files by their path");
  return (await carrier.upload(file, progress, signal)).source;
}

/** Files that the system drops on the window; does nothing where the page's own drop events tell. */
export function listenForFiles(over: (hovering: boolean) => void, dropped: (files: SentFile[]) => void): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  void transport().then((carrier) => {
    if (!stopped) stop = carrier.listenForFiles?.(over, dropped);
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** Gives the operator a text as a file; answers where it is, if it is known here. */
export async function saveText(name: string, text: string, type = "application/json"): Promise<string | null> {
  const carrier = await transport();
  if (carrier.saveText) return carrier.saveText(name, text);
  saveFrom(name, URL.createObjectURL(new Blob([text], { type })), true);
  return null;
}

function saveFrom(name: string, address: string, passing: boolean) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  if (passing) setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Gives the operator the refused lines of an import as NDJSON; answers where they are, if it is known here. */
export async function saveRefusals(job: string): Promise<string | null> {
  const carrier = await transport();
  const name = `refused-${job}.ndjson`;
  if (carrier.refusalsAddress) {
    saveFrom(name, carrier.refusalsAddress(job), false);
    return null;
  }
  const lines: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof call<"import_refusals">>> = await call("import_refusals", {
      job,
      reason: null,
      cursor,
      limit: 500,
    });
    lines.push(...page.refusals.map((refusal) => JSON.stringify(refusal)));
    cursor = page.next;
  } while (cursor !== null);
  return saveText(name, `${lines.join("\n")}\n`, "application/x-ndjson");
}
