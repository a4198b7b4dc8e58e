/** The largest merges, or the largest splits, with who they are today. */

import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import type { ResolutionChangeView } from "../../../api/generated/admin";
import { counted, countText } from "../../../components/numbers";
import { unnamed, userWords } from "./previewWords";

/** So many of a change are named. */
const NAMED_MAX = 4;

export interface PreviewExamplesProps {
  title: string;
  count: number;
  changes: readonly ResolutionChangeView[];
}

export function PreviewExamples({ title, count, changes }: PreviewExamplesProps) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <div className="group-head">
        <b>{title}</b>
        {changes.length < count ? `the ${countText(changes.length)} largest of ${countText(count)}` : countText(count)}
      </div>
      <ul>
        {changes.map((change) => (
          <Change key={`${change.decided_by}-${change.before[0]?.mpid}`} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { change: ResolutionChangeView }) {
  const named = change.before.slice(0, NAMED_MAX);
  const more = unnamed(change) + change.before.length - named.length;
  return (
    <li className="identity-change">
      <div className="identity-change-row">
        <ul>
          {named.map((user) => (
            <li key={user.mpid} className="line-up">
              <Link to="/users/$mpid" params={{ mpid: user.mpid }} className="trunc">
                {userWords(user)}
              </Link>
              <span className="id">{user.mpid}</span>
            </li>
          ))}
          {more > 0 && <li className="t3">{countText(more)} more</li>}
        </ul>
        <ArrowRight size={14} aria-hidden className="t3" />
        <span className="semi">{counted(change.after_count, "user")}</span>
      </div>
      <p className="t3 s11">Decided by log entry {change.decided_by}</p>
    </li>
  );
}
