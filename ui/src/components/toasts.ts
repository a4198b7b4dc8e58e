/** Says in a corner what happened. Call `toast` from anywhere. */

import { Toast } from "@base-ui/react/toast";

export interface ToastWords {
  title: string;
  description?: string | undefined;
  /** An error stays until it is closed. */
  kind?: "done" | "note" | "error" | undefined;
  /** What can be done about it: Undo, Open. */
  action?: { words: string; run: () => void } | undefined;
}

export type ToastData = Pick<ToastWords, "kind">;

export const toastTimeMs = 6000;
export const toasts = Toast.createToastManager<ToastData>();

export function toast({ title, description, kind = "done", action }: ToastWords): void {
  const id = toasts.add({
    title,
    description,
    type: kind,
    priority: kind === "error" ? "high" : "low",
    timeout: kind === "error" ? 0 : toastTimeMs,
    data: { kind },
    ...(action
      ? {
          actionProps: {
            children: action.words,
            onClick: () => {
              toasts.close(id);
              action.run();
            },
          },
        }
      : {}),
  });
}
