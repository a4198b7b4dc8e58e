/** Where clients reach this engine: a server's own address, in the window that of the collector. */

import { inShell } from "../../api/client";
import { useCommand } from "../../api/queries";

export interface ServerAddress {
  /** `http://127.0.0.1:8787` */
  origin: string;
  /** Whether anybody is listening there. */
  open: boolean;
}

export function useServerAddress(): ServerAddress {
  const collector = useCommand("collector_get", {}, { enabled: inShell }).data;
  if (!inShell) return { origin: window.location.origin, open: true };
  const address = collector?.address ?? null;
  return { origin: address ?? `http://127.0.0.1:${collector?.port ?? 8787}`, open: address !== null };
}
