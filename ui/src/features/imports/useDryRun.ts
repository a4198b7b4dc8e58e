import { useEffect, useEffectEvent } from "react";
import type { ImportJobView, ImportSource } from "../../api/generated/admin";
import { useAct, useCommand } from "../../api/queries";
import { sourceText } from "./sourceAddress";

export interface DryRun {
  /** Its job, once it is known. */
  job: ImportJobView | undefined;
  /** Why it could not be started. */
  error: Error | null;
  /** Starts another one. */
  again: () => void;
}

export interface DryRunWishes {
  source: ImportSource;
  workspace: number | undefined;
  /** Whether the file can be read, so that a dry run makes sense. */
  ready: boolean;
  /** The job that the address names. */
  named: string | undefined;
  /** Puts the job into the address. */
  onStart: (job: string) => void;
}

/** Files whose dry run is being started right now: a screen that comes again must not start another. */
const starting = new Set<string>();

/** The dry run of a file under review. It begins by itself when the address names none. */
export function useDryRun({ source, workspace, ready, named, onStart }: DryRunWishes): DryRun {
  const act = useAct("import_start");
  const { data } = useCommand("imports_list", {});
  const key = sourceText(source);
  const again = async () => {
    if (workspace === undefined || starting.has(key)) return;
    starting.add(key);
    try {
      onStart((await act.mutateAsync({ source, workspace, dry_run: true })).job);
    } catch {
      // The act keeps its error, which is what is shown.
    } finally {
      starting.delete(key);
    }
  };
  const begin = useEffectEvent(again);
  const due = ready && workspace !== undefined && named === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is another reason to begin.
  useEffect(() => {
    if (due) void begin();
  }, [due, key]);
  return {
    job: named === undefined ? undefined : data?.jobs.find((job) => job.job === named),
    error: act.error,
    again: () => void again(),
  };
}
