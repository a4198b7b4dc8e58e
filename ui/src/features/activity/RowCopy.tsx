/** Copies an id from a row of the timeline. Light, because rows come and go, and no tab stop: the list has one. */

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { copyText } from "../../components/copyText";

export function RowCopy({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      className="icon-button icon-button-small"
      tabIndex={-1}
      aria-label={copied ? "Copied" : `Copy ${what}`}
      title={`Copy ${what}`}
      onClick={(event) => {
        event.stopPropagation();
        void copyText(text).then(setCopied);
      }}
      onPointerLeave={() => setCopied(false)}
    >
      <Icon size={12} aria-hidden />
    </button>
  );
}
