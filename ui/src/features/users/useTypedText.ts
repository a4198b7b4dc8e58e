/** What stands in the box: it follows the keys at once, the address follows a moment later. */

import { useEffect, useEffectEvent, useRef, useState } from "react";

/** Long enough not to write the address with every key. */
const PAUSE_MS = 250;

export function useTypedText(inAddress: string, write: (text: string) => void) {
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);
  const save = useEffectEvent(() => {
    if (text.trim() === written.current.trim()) return;
    written.current = text;
    write(text);
  });
  // Changed by other hands: a link, the palette, back and forward.
  useEffect(() => {
    if (inAddress.trim() === written.current.trim()) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the pause again.
  useEffect(() => {
    const timer = setTimeout(save, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  /** The address is written by other hands just now: a late write would take a navigation back that is under way. */
  const settle = () => {
    written.current = text;
  };
  return { text, setText, settle };
}
