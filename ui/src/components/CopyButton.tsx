/** Copies an id or a text; a tick says that it did. */

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./Button";
import { copyText } from "./copyText";
import { IconButton } from "./IconButton";

export interface CopyButtonProps {
  text: string;
  /** What is copied, for the label: "MPID" gives "Copy MPID". */
  what: string;
  /** With words instead of a 20 px picture. */
  worded?: boolean | undefined;
}

export function CopyButton({ text, what, worded }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const back = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(back);
  }, [copied]);
  const copy = async () => setCopied(await copyText(text));
  const icon = copied ? Check : Copy;
  if (worded) {
    return (
      <Button icon={icon} onClick={copy}>
        {copied ? "Copied" : `Copy ${what}`}
      </Button>
    );
  }
  return <IconButton small icon={icon} label={copied ? "Copied" : `Copy ${what}`} onClick={copy} />;
}
