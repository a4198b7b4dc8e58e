/** Asks before the log is given out anew, and says what will happen. */

import { GitMerge } from "lucide-react";
import { useRef } from "react";
import type { ResolutionPreviewView } from "../../../api/generated/admin";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { counted } from "../../../components/numbers";

export interface ResolveDialogProps {
  preview: ResolutionPreviewView;
  open: boolean;
  busy: boolean;
  onResolve: () => void;
  onClose: () => void;
}

export function ResolveDialog({ preview, open, busy, onResolve, onClose }: ResolveDialogProps) {
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      keepOpen
      focus={keep}
      title="Resolve the log anew?"
      actions={
        <>
          <Button ref={keep} keys={["Escape"]} onClick={onClose}>
            Leave users as they are
          </Button>
          <Button kind="danger" icon={GitMerge} busy={busy} onClick={onResolve}>
            Resolve anew
          </Button>
        </>
      }
    >
      <div className="settings-fields">
        <p>
          {counted(preview.merges, "user becomes one of", "users become one of")} several, and{" "}
          {counted(preview.splits, "user falls", "users fall")} apart. Each goes on as the one with most events; an MPID
          that is left without events stays, with nothing on it.
        </p>
        <p>
          While it is at work nothing is taken in: senders are told to come again, and their libraries do. What came
          since the preview counts too.
        </p>
        <p>To take it back, save the settings of before and resolve anew again: each event goes back to whom it was.</p>
      </div>
    </Dialog>
  );
}
