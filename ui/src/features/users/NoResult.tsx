/** Nobody was found: what was tried, and what to try, each with what it would find. */

import { CornerDownRight } from "lucide-react";
import type { SearchResultsView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { counted, countText } from "../../components/numbers";
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
      <ul>
        {adviceFor(tried).map((advice) => (
          <AdviceLine key={advice.words} advice={advice} onTry={onTry} />
        ))}
      </ul>
    </div>
  );
}

function AdviceLine({ advice, onTry }: { advice: Advice; onTry: (advice: Advice) => void }) {
  const { data } = useCommand("users_search", {
    query: advice.query,
    environment: advice.environment,
    kind: advice.kind,
    include_former: advice.former,
    cursor: null,
    limit: 1,
  });
  const matches = data ? data.exact + data.prefix + data.infix : undefined;
  return (
    <li>
      <CornerDownRight size={14} aria-hidden />
      <button type="button" onClick={() => onTry(advice)}>
        {advice.words}
      </button>
      <span className="t3">
        {advice.why}
        {advice.why !== "" && matches !== undefined && ", "}
        {matches !== undefined && (matches === 1 ? "1 match" : `${countText(matches)} matches`)}
      </span>
    </li>
  );
}
