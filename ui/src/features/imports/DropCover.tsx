/** Laid over the whole window while files hang over it. */

import { FileUp } from "lucide-react";
import { createPortal } from "react-dom";

export function DropCover() {
  return createPortal(
    <div className="import-cover" role="status">
      <div className="import-cover-box">
        <FileUp size={22} aria-hidden />
        <b>Drop to review</b>
        <span className="t2">Nothing is written before you have seen a dry run.</span>
      </div>
    </div>,
    document.body,
  );
}
