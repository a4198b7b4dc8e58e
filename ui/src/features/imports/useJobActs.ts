import type { ImportJobView } from "../../api/generated/admin";
import { useAct } from "../../api/queries";
import { countText } from "../../components/numbers";
import { toast } from "../../components/toasts";
import { whyNot } from "../../components/whyNot";

export interface JobActs {
  pause: (job: ImportJobView) => void;
  resume: (job: ImportJobView) => void;
  cancel: (job: ImportJobView) => void;
  /** Which of them is under way, and for which job. */
  busy: { job: string; act: "pause" | "resume" | "cancel" } | undefined;
}

/** Holding, going on and stopping; what cannot be done is said in the corner. */
export function useJobActs(): JobActs {
  const pause = useAct("import_pause");
  const resume = useAct("import_resume");
  const cancel = useAct("import_cancel");
  const under = [
    ["pause", pause],
    ["resume", resume],
    ["cancel", cancel],
  ] as const;
  const busy = under.find(([, act]) => act.isPending);

  const refused = (title: string) => ({
    onError: (fault: Error) => toast({ kind: "error", title, description: whyNot(fault) }),
  });
  return {
    pause: ({ job, name }) => pause.mutate({ job }, refused(`${name} was not paused`)),
    resume: ({ job, name }) => resume.mutate({ job }, refused(`${name} does not go on`)),
    cancel: ({ job, name, dry_run }) =>
      cancel.mutate(
        { job },
        {
          ...refused(`${name} was not cancelled`),
          onSuccess: (ended) => {
            if (ended.state !== "cancelled") return;
            const stays = `${countText(ended.accepted)} batches were stored and stay`;
            const words = dry_run ? "The dry run was stopped" : "The import was cancelled";
            toast({ kind: "note", title: words, description: dry_run ? name : stays });
          },
        },
      ),
    busy: busy?.[1].variables ? { job: busy[1].variables.job, act: busy[0] } : undefined,
  };
}
