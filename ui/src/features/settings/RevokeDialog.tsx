/** Asks before something that opens the door ends for good. */

import { Ban } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { FaultText } from "../../components/FaultText";

export interface RevokeDialogProps {
  /** What ends, in a word: "key". */
  what: string;
  /** Which one, by its name. */
  which: string;
  open: boolean;
  busy: boolean;
  fault: string | undefined;
  onClose: () => void;
  onRevoke: () => void;
  /** What ends with it. */
  children: ReactNode;
}

export function RevokeDialog({ what, which, open, busy, fault, onClose, onRevoke, children }: RevokeDialogProps) {
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      keepOpen
      focus={keep}
      title={`Revoke ${which}?`}
      actions={
        <>
          <Button ref={keep} keys={["Escape"]} onClick={onClose}>
            Keep the {what}
          </Button>
          <Button kind="danger" icon={Ban} busy={busy} onClick={onRevoke}>
            Revoke the {what}
          </Button>
        </>
      }
    >
      <div className="settings-fields">
        {children}
        <FaultText>{fault}</FaultText>
      </div>
    </Dialog>
  );
}
