/** Why a command failed, as an error that can be thrown and shown. */

import type { Problem } from "./generated/admin";

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail === "" ? problem.title : problem.detail);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "title" in value && "status" in value;
}

function made(code: string, status: number, title: string, detail: string): Problem {
  return { type: `urn:uav:problem:${code}`, title, status, detail, code, fields: [] };
}

/** The engine did not answer at all. */
export function unreachable(detail: string): ProblemError {
  return new ProblemError(made("unreachable", 0, "The engine does not answer", detail));
}

/** An answer that is not a view: a problem as the engine states it, or whatever stood in its way. */
export function problemFrom(value: unknown, status = 500): ProblemError {
  if (value instanceof ProblemError) return value;
  if (isProblem(value)) return new ProblemError({ ...value, fields: value.fields ?? [] });
  const text = value instanceof Error ? value.message : typeof value === "string" ? value : "";
  return new ProblemError(made("unexpected", status, "The engine gave an answer that is not understood", text));
}
