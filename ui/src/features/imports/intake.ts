/** The one shelf of this page, and the ways onto it. */

import { useSyncExternalStore } from "react";
import { pickFiles, type SentFile, uploadFile } from "../../api/files";
import type { ImportSource } from "../../api/generated/admin";
import { Shelf, type ShelvedFile } from "./shelf";

const MEMORY = "uav.imports.shelf";

/** For this window alone, and only until it is closed: another one reviews other files. */
const memory = {
  read: () => sessionStorage.getItem(MEMORY),
  write(text: string) {
    try {
      sessionStorage.setItem(MEMORY, text);
    } catch {
      // Full or forbidden: the shelf holds until the page is reloaded.
    }
  },
};

export const shelf = new Shelf(uploadFile, memory);

export function useShelf(): readonly ShelvedFile[] {
  return useSyncExternalStore(shelf.watch, shelf.snapshot);
}

/** Where to go on with a file once the engine can read it. */
export type Review = (source: ImportSource) => void;

/** Files that the engine can read where they are. */
export function takeSent(files: readonly SentFile[], review: Review): void {
  for (const file of files) shelf.put(file.source, file.name);
  const [first] = files;
  if (first) review(first.source);
}

/** Files of the browser: sent to the engine first. The first that arrives is the one to review. */
export function takeFiles(files: Iterable<File>, review: Review): void {
  let reviewed = false;
  for (const file of files) {
    void shelf.upload(file).then((source) => {
      if (!source || reviewed) return;
      reviewed = true;
      review(source);
    });
  }
}

/** Lets the operator choose: with the system's dialog where the shell has one, else with the browser's. */
export async function chooseFiles(review: Review): Promise<void> {
  const picked = await pickFiles();
  if (picked) return takeSent(picked, review);
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".ndjson,.jsonl,.json,.gz,.zst";
  input.addEventListener("change", () => takeFiles(input.files ?? [], review));
  input.click();
}
