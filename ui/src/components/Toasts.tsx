/** Where toasts appear: bottom right, the newest below. Once in the frame. */

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { type ToastData, toasts } from "./toasts";
import "./Toasts.css";

const ICONS = { done: CircleCheck, note: Info, error: CircleAlert } as const;

function List() {
  const { toasts: shown } = Toast.useToastManager<ToastData>();
  return shown.toReversed().map((toast) => {
    const kind = toast.data?.kind ?? "done";
    const Icon = ICONS[kind];
    return (
      <Toast.Root key={toast.id} toast={toast} className={`toast toast-${kind}`} swipeDirection="right">
        <Icon size={16} className="toast-icon" aria-hidden />
        <div className="toast-words">
          <Toast.Title className="toast-title" />
          <Toast.Description className="toast-more" />
        </div>
        <Toast.Action className="button button-ghost" />
        {kind === "error" && (
          <Toast.Close className="icon-button" aria-label="Close">
            <X size={16} aria-hidden />
          </Toast.Close>
        )}
        {kind !== "error" && <span className="toast-time" aria-hidden />}
      </Toast.Root>
    );
  });
}

export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="toast-place">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
