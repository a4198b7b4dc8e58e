/** A value that changes at once on the screen, and where it is kept (an address) only once it rests for a moment. */

import { useEffect, useRef, useState } from "react";

export function useSettled<T>(kept: T, keep: (value: T) => void, pauseMs: number): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(kept);
  /** What is being kept right now: it comes back in this order, and late. */
  const sent = useRef<T[]>([]);
  const before = useRef(kept);
  const keepLatest = useRef(keep);
  useEffect(() => {
    keepLatest.current = keep;
    if (kept === before.current) return;
    before.current = kept;
    const place = sent.current.indexOf(kept);
    sent.current.splice(0, place < 0 ? sent.current.length : place + 1);
    // What was not sent from here comes from outside, and holds.
    if (place < 0) setValue(kept);
  });
  useEffect(() => {
    const latest = sent.current.length > 0 ? sent.current[sent.current.length - 1] : before.current;
    if (value === latest) return;
    const timer = setTimeout(() => {
      sent.current.push(value);
      keepLatest.current(value);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return [value, setValue];
}
