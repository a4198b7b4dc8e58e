import { ProblemError, problemFrom } from "../api/problem";

/** Why something could not be done, in one or two sentences: what is wrong, and what is known about it. */
export function whyNot(fault: unknown): string {
  if (fault instanceof Error && !(fault instanceof ProblemError)) return fault.message;
  const { title, detail } = problemFrom(fault).problem;
  if (detail === "" || detail === title) return title;
  return `${title}: ${detail}`;
}
