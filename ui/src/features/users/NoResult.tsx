/** Nobody was found: what was tried, and what to try, each with what it would find. */

import { useQueries } from "@tanstack/react-query";
import { CornerDownRight } from "lucide-react";
import type { SearchResultsView } from "../../api/generated/admin";
import { commandQuery } from "../../api/queries";
import { counted } from "../../components/numbers";
import { type Advice, adviceFor } from "./searchAdvice";
import type { UsersAddress } from "./usersAddress";
import type { UserSearch } from "./useUserSearch";

export interface NoResultProps {
  found: UserSearch;
  totals: SearchResultsView;
  address: UsersAddress;
  onTry: (advice: Advice) => void;
}

export function NoResult({ found, totals, address, onTry }: NoResultProps) {
  const kindLabel = totals.kinds.find((kind) => kind.kind === address.kind)?.label ?? address.kind ?? "";
  const former = address.former !== false;
  const tried = { query: found.query, kind: address.kind ?? null, kindLabel, former, environment: found.environment };
  const where = address.kind === undefined ? "any identity" : kindLabel;
  return (
    <div className="users-nobody">
      <h2>
        No user has “{found.query}” in {where}
      </h2>
      <p>
        Tried exact, starts with and contains, {former ? "current and former identities" : "current identities alone"},
        in {counted(totals.searched, "profile")} of {found.environment}.
      </p>
      <AdviceList advice={adviceFor(tried)} workspace={found.workspace} onTry={onTry} />
    </div>
  );
}

interface AdviceListProps {
  advice: readonly Advice[];
  workspace: number | null;
  onTry: (advice: Advice) => void;
}

/** Only advice that finds somebody is worth a line. */
function AdviceList({ advice, workspace, onTry }: AdviceListProps) {
  const answers = useQueries({ queries: advice.map((each) => searchOf(each, workspace)) });
  const useful = advice.flatMap((each, index) => {
    const totals = answers[index]?.data;
    const matches = totals ? totals.exact + totals.prefix + totals.infix : 0;
    return matches > 0 ? [{ ...each, matches }] : [];
  });
  if (useful.length === 0) {
    const waiting = answers.some((answer) => answer.isPending);
    return waiting ? null : <p>Shorter forms of it and the other environment have nobody either.</p>;
  }
  return (
    <ul>
      {useful.map((each) => (
        <li key={each.words}>
          <CornerDownRight size={14} aria-hidden />
          <button type="button" onClick={() => onTry(each)}>
            {each.words}
          </button>
          <span className="t3">
            {each.why !== "" && `${each.why}, `}
            {counted(each.matches, "match", "matches")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function searchOf({ query, environment, kind, former }: Advice, workspace: number | null) {
  return commandQuery("users_search", {
    query,
    environment,
    workspace,
    kind,
    include_former: former,
    cursor: null,
    limit: 1,
  });
}
