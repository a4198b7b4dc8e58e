/** Gives the operator a text as a file, and says in the corner where it went or why it did not. */

import { saveText } from "../api/files";
import { copyText } from "./copyText";
import { toast } from "./toasts";
import { whyNot } from "./whyNot";

export async function saveFile(name: string, text: string): Promise<void> {
  try {
    sayWhere(await saveText(name, text));
  } catch (fault) {
    toast({
      kind: "error",
      title: `${name} was not saved`,
      description: whyNot(fault),
      action: { words: "Copy it instead", run: () => void copyText(text) },
    });
  }
}

/** Of a file that the browser takes it tells the operator itself. */
export function sayWhere(path: string | null): void {
  if (path !== null) toast({ title: "Saved", description: path });
}
