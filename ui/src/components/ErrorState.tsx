/** In the place of the content: what went wrong, in plain words, and Try again. */

import { ChevronDown, ChevronRight, CircleAlert, RefreshCw } from "lucide-react";
import { useState } from "react";
import type { Problem } from "../api/generated/admin";
import { problemFrom } from "../api/problem";
import { Button } from "./Button";
import "./ErrorState.css";

export interface ErrorStateProps {
  /** What was thrown. */
  error: unknown;
  /** What could not be done, for a title of the screen's own: "The activity could not be read". */
  title?: string | undefined;
  onRetry?: (() => void) | undefined;
  busy?: boolean | undefined;
}

export function ErrorState({ error, title, onRetry, busy }: ErrorStateProps) {
  const [open, setOpen] = useState(false);
  const { problem } = problemFrom(error);
  return (
    <div className="error-state" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div className="error-state-words">
        <h2>{title ?? problem.title}</h2>
        <p>{sentence(problem, title)}</p>
        <div className="line-up">
          {onRetry && (
            <Button kind="primary" icon={RefreshCw} onClick={onRetry} busy={busy}>
              Try again
            </Button>
          )}
          <Button
            kind="ghost"
            icon={open ? ChevronDown : ChevronRight}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            Details
          </Button>
        </div>
        {open && <pre className="error-state-details mono">{JSON.stringify(problem, null, 2)}</pre>}
      </div>
    </div>
  );
}

/** Under a title of the screen's own both the kind and what happened are news. */
function sentence({ title, detail }: Problem, ownTitle: string | undefined): string {
  if (detail === "") return title;
  return ownTitle === undefined ? detail : `${title}: ${detail}`;
}
