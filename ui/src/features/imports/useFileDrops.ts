import { useEffect, useEffectEvent, useState } from "react";
import { listenForFiles } from "../../api/files";
import { type Review, takeFiles, takeSent } from "./intake";
import { isWholePath } from "./sourceAddress";

/** Takes files dropped anywhere in the window and pasted ones; tells whether files hang over it right now. */
export function useFileDrops(review: Review, localFiles: boolean): boolean {
  const [hovering, setHovering] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    setHovering(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    takeFiles(files, review);
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (files.length > 0) takeFiles(files, review);
    else if (localFiles && isWholePath(text)) review({ from: "path", path: text });
  });
  const take = useEffectEvent(takeSent);
  const reviewed = useEffectEvent(review);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      // Without this the browser would open the file instead of dropping it.
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setHovering(true);
    };
    // Leaving one element for another inside of the page is no leaving.
    const leave = (event: DragEvent) => event.relatedTarget === null && setHovering(false);
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener("dragover", over, { signal });
    document.addEventListener("dragleave", leave, { signal });
    document.addEventListener("drop", (event) => drop(event), { signal });
    document.addEventListener("paste", (event) => paste(event), { signal });
    const stop = listenForFiles(setHovering, (files) => take(files, reviewed));
    return () => {
      ended.abort();
      stop();
    };
  }, []);

  return hovering;
}
