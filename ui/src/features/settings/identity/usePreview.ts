/** The log resolved anew, looked at or given out: done by the engine, followed while it is. */

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
  const resolve = useAct("resolution_apply");
  const held: ResolutionPreviewView | null = last.data?.preview ?? null;
  return {
    /** Of this scope. */
    preview: held?.scope === scope ? held : null,
    fault: begin.error ?? resolve.error ?? end.error ?? last.error,
    starting: begin.isPending || resolve.isPending,
    start: (settings: ScopeSettings) => begin.mutate({ scope, settings }),
    /** Gives the log out anew by the settings in force. */
    resolve: () => resolve.mutate({ scope }),
    stop: () => end.mutate({}),
  };
}

export type Preview = ReturnType<typeof usePreview>;
