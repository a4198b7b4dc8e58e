/** What the log would come to under other settings: worked out by the engine, followed while it is. */

import { useQueryClient } from "@tanstack/react-query";
import type { ResolutionPreviewView, ScopeSettings } from "../../../api/generated/admin";
import { commandQuery, useAct, useCommand } from "../../../api/queries";

const EVERY_MS = 400;

export function usePreview(scope: number) {
  const client = useQueryClient();
  const { queryKey } = commandQuery("resolution_preview_get", {});
  const running = client.getQueryData(queryKey)?.preview?.state === "running";
  const last = useCommand("resolution_preview_get", {}, running ? { every: EVERY_MS } : {});
  const begin = useAct("resolution_preview_start");
  const end = useAct("resolution_preview_stop");
  const held: ResolutionPreviewView | null = last.data?.preview ?? null;
  return {
    /** Of this scope. */
    preview: held?.scope === scope ? held : null,
    fault: begin.error ?? end.error ?? last.error,
    starting: begin.isPending,
    start: (settings: ScopeSettings) => begin.mutate({ scope, settings }),
    stop: () => end.mutate({}),
  };
}

export type Preview = ReturnType<typeof usePreview>;
