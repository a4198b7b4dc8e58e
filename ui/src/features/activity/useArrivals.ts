/** Which events came in just now: they carry a chip for ten seconds. */

import { useCallback, useEffect, useState } from "react";

const NEW_MS = 10_000;

export function useArrivals(): readonly [ReadonlySet<string>, (keys: readonly string[]) => void] {
  const [arrived, setArrived] = useState<ReadonlyMap<string, number>>(new Map());
  const announce = useCallback((keys: readonly string[]) => {
    const at = Date.now();
    setArrived((before) => new Map([...before, ...keys.map((key) => [key, at] as const)]));
  }, []);
  useEffect(() => {
    if (arrived.size === 0) return;
    const next = Math.min(...arrived.values()) + NEW_MS - Date.now();
    const timer = setTimeout(
      () => setArrived((before) => new Map([...before].filter(([, at]) => Date.now() - at < NEW_MS))),
      Math.max(next, 50),
    );
    return () => clearTimeout(timer);
  }, [arrived]);
  return [new Set(arrived.keys()), announce];
}
