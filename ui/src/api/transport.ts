/** What carries commands to the engine: HTTP in a browser, the shell in the desktop window. */

import type { ImportSource, Tag } from "./generated/admin";

export interface SentFile {
  source: ImportSource;
  name: string;
}

export interface ChangeListener {
  /** Data became stale. */
  changed(tags: readonly Tag[]): void;
  /** The line to the engine went down or came up; after it came up anything may have changed. */
  connected(up: boolean): void;
}

export interface Transport {
  /** Sends a request and answers the view; throws `ProblemError`, or an abort when `signal` fires. */
  call(command: string, request: unknown, signal?: AbortSignal): Promise<unknown>;
  /** Listens until the returned function is called. */
  listen(listener: ChangeListener): () => void;
  /** Sends a file's content where the engine can import it; absent where files are named by their path instead. */
  upload?: (file: File, progress: (sent: number) => void, signal?: AbortSignal) => Promise<SentFile>;
  /** The system's file dialog; absent where the browser's own is used. */
  pickFiles?: () => Promise<SentFile[]>;
  /** Saves a text where the operator says and answers the path, nothing if they do not; absent where the browser saves. */
  saveText?: (name: string, text: string) => Promise<string | null>;
  /** Files dropped on the window by the system, where the page itself does not see them. */
  listenForFiles?: (over: (hovering: boolean) => void, dropped: (files: SentFile[]) => void) => () => void;
  /** Where the refused lines of an import can be downloaded; absent where there is no address for it. */
  refusalsAddress?: (job: string) => string;
}
