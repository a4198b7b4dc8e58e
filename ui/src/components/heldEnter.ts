/** Enter pressed before the answer to the text is there: it is kept for that answer. */

import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";

export interface HeldPress {
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Whoever types and presses Enter at once means the answer to come. Another text, or `drop`, takes the press back. */
export function useHeldEnter(text: string, waiting: boolean, act: (press: HeldPress) => void) {
  const held = useRef<HeldPress & { text: string }>(undefined);
  const release = useEffectEvent(() => {
    const press = held.current;
    held.current = undefined;
    if (press?.text === text) act(press);
  });
  useEffect(() => {
    if (!waiting) release();
  }, [waiting]);
  return {
    hold: ({ ctrlKey, metaKey }: KeyboardEvent) => {
      held.current = { text, ctrlKey, metaKey };
    },
    drop: () => {
      held.current = undefined;
    },
  };
}
