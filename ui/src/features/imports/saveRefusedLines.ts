import { saveRefusals } from "../../api/files";
import { toast } from "../../components/toasts";

/** Gives the operator the refused lines of a job as a file; a failure is said in the corner. */
export async function saveRefusedLines(job: string): Promise<void> {
  try {
    await saveRefusals(job);
  } catch (fault) {
    const description = fault instanceof Error ? fault.message : String(fault);
    toast({ kind: "error", title: "The refused lines were not exported", description });
  }
}
