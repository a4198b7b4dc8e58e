import type { ImportSource } from "../../api/generated/admin";
import { whyNot } from "../../components/whyNot";
import { sourceName, sourceText } from "./sourceAddress";

/** A file that was dropped or picked and is not imported yet. */
export interface ShelvedFile {
  /** Names it on the shelf; for one that is ready also in the address. */
  key: string;
  name: string;
  place:
    | { at: "uploading"; sent: number; total: number }
    | { at: "ready"; source: ImportSource }
    | { at: "failed"; problem: string };
}

/** Sends a file to the engine. */
export type Upload = (file: File, progress: (sent: number) => void, signal: AbortSignal) => Promise<ImportSource>;

/** Where what is ready is kept while the page is reloaded. */
export interface Memory {
  read(): string | null;
  write(text: string): void;
}

/** Files between their drop and their import. */
export class Shelf {
  private readonly send: Upload;
  private readonly memory: Memory;
  private files: readonly ShelvedFile[];
  private readonly watchers = new Set<() => void>();
  private readonly uploads = new Map<string, AbortController>();
  private numbered = 0;

  constructor(send: Upload, memory: Memory) {
    this.send = send;
    this.memory = memory;
    this.files = remembered(memory.read());
  }

  /** For `useSyncExternalStore`. */
  readonly snapshot = (): readonly ShelvedFile[] => this.files;

  /** For `useSyncExternalStore`. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Puts a file there that the engine can read already. */
  put(source: ImportSource, name = sourceName(source)): string {
    const key = sourceText(source);
    const known = this.files.some((file) => file.key === key);
    if (!known) this.become([...this.files, { key, name, place: { at: "ready", source } }]);
    return key;
  }

  /** Sends a file to the engine; answers its source once it is there, and nothing when it was cancelled or failed. */
  async upload(file: File): Promise<ImportSource | undefined> {
    this.numbered += 1;
    const key = `sending:${this.numbered}`;
    const control = new AbortController();
    this.uploads.set(key, control);
    const place = { at: "uploading", sent: 0, total: file.size } as const;
    this.become([...this.files, { key, name: file.name, place }]);
    const progress = (sent: number) => this.move(key, { at: "uploading", sent, total: file.size });
    try {
      const source = await this.send(file, progress, control.signal);
      this.become(this.files.filter((shelved) => shelved.key !== key));
      this.put(source, file.name);
      return source;
    } catch (fault) {
      if (control.signal.aborted) this.remove(key);
      else this.move(key, { at: "failed", problem: whyNot(fault) });
      return undefined;
    } finally {
      this.uploads.delete(key);
    }
  }

  /** Takes a file away; one that is being sent is cancelled. */
  remove(key: string): void {
    this.uploads.get(key)?.abort();
    this.become(this.files.filter((file) => file.key !== key));
  }

  private move(key: string, place: ShelvedFile["place"]): void {
    this.become(this.files.map((file) => (file.key === key ? { ...file, place } : file)));
  }

  private become(files: readonly ShelvedFile[]): void {
    this.files = files;
    this.memory.write(JSON.stringify(files.filter((file) => file.place.at === "ready")));
    for (const watcher of this.watchers) watcher();
  }
}

function remembered(text: string | null): readonly ShelvedFile[] {
  // Only this class writes there; what cannot be read is worth no more than an empty shelf.
  try {
    return text === null ? [] : (JSON.parse(text) as ShelvedFile[]);
  } catch {
    return [];
  }
}
