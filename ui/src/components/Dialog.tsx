/** A question, its facts, and buttons: the safe one first, the dangerous one last. */

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode, RefObject } from "react";
import "./Dialog.css";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  /** px; 420 unless told. */
  width?: number | undefined;
  /** A press outside does not close it: for what cannot be undone, or half-filled forms. */
  keepOpen?: boolean | undefined;
  /** What gets the focus first. */
  focus?: RefObject<HTMLElement | null> | undefined;
}

export function Dialog({ open, onClose, title, children, actions, width = 420, keepOpen, focus }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} disablePointerDismissal={keepOpen ?? false}>
      <Base.Portal>
        <Base.Backdrop className="dialog-scrim" />
        <Base.Popup className="dialog" style={{ width }} {...(focus ? { initialFocus: focus } : {})}>
          <Base.Title className="dialog-title">{title}</Base.Title>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
