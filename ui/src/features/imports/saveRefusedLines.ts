import { saveRefusals } from "../../api/files";
import { sayWhere } from "../../components/saveFile";
import { toast } from "../../components/toasts";
import { whyNot } from "../../components/whyNot";

/** Gives the operator the refused lines of a job as a file; a failure is said in the corner. */
export async function saveRefusedLines(job: string): Promise<void> {
  try {
    sayWhere(await saveRefusals(job));
  } catch (fault) {
    toast({ kind: "error", title: "The refused lines were not exported", description: whyNot(fault) });
  }
}
