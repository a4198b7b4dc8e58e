/** Commands over HTTP: the browser, and the window while developing. */

import { problemFrom, unreachable } from "./problem";
import type { SentFile, Transport } from "./transport";

/** The engine takes acts only with this header, which another site's page cannot send. */
const OURS = { "x-uav": "1" };

async function answerOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemFrom(body ?? response.statusText, response.status);
  return body;
}

async function call(command: string, request: unknown, signal?: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`/api/rpc/${command}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...OURS },
      body: JSON.stringify(request),
      signal: signal ?? null,
    });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw unreachable(
      `It may have been closed, or it is starting. (${fault instanceof Error ? fault.message : fault})`,
    );
  }
  return answerOf(response);
}

/** A browser gives up for good when something else than the engine answers, such as a proxy while it starts. */
const REOPEN_MS = 2000;

const listen: Transport["listen"] = (listener) => {
  let events: EventSource;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    events = new EventSource("/api/events");
    events.addEventListener("open", () => listener.connected(true));
    events.addEventListener("changed", (event) => listener.changed(JSON.parse(event.data).tags));
    events.addEventListener("error", () => {
      listener.connected(false);
      if (events.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(reopening);
    events.close();
  };
};

/** `fetch` tells nothing of what was sent so far, `XMLHttpRequest` does. */
function upload(file: File, progress: (sent: number) => void, signal?: AbortSignal): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/uploads?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(OURS)) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.addEventListener("load", () => {
      if (request.status < 300) resolve({ source: { from: "upload", id: request.response.upload }, name: file.name });
      else reject(problemFrom(request.response ?? request.statusText, request.status));
    });
    request.addEventListener("error", () => reject(unreachable(`${file.name} could not be sent`)));
    request.addEventListener("abort", () => reject(new DOMException("The upload was cancelled", "AbortError")));
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

export const httpTransport: Transport = {
  call,
  listen,
  upload,
  refusalsAddress: (job) => `/api/export/refusals/${encodeURIComponent(job)}.ndjson`,
};
