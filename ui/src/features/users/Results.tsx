/** What stands under the box: results, nobody, an error, rows to come, or whom one looked up last. */

import { ErrorState } from "../../components/ErrorState";
import { useMediaQuery } from "../../components/mediaQuery";
import { counted, countText } from "../../components/numbers";
import { SkeletonRows } from "../../components/SkeletonRows";
import { useSettled } from "../../components/settled";
import { EmptyBox } from "./EmptyBox";
import { NoResult } from "./NoResult";
import { ResultHead, ResultList, type ResultListProps } from "./ResultList";
import type { Advice } from "./searchAdvice";
import type { UsersAddress } from "./usersAddress";

export interface ResultsProps extends ResultListProps {
  address: UsersAddress;
  profiles: number | undefined;
  onTry: (advice: Advice) => void;
  onCancel: () => void;
}

export function Results({ address, profiles, onTry, onCancel, ...list }: ResultsProps) {
  const { found } = list;
  const { search, totals, query } = found;
  // Spoken once the typing rests, not with every key.
  const spoken = useSettled(
    query === "" || !totals || found.stale ? "" : `${counted(totals.users, "user")} found`,
    700,
  );
  const bars = useColumnBars();
  return (
    <>
      <p className="spoken" role="status">
        {spoken}
      </p>
      {content()}
    </>
  );

  function content() {
    if (query === "") return <EmptyBox />;
    if (search.isError) {
      return (
        <ErrorState
          error={search.error}
          title="The search could not be done"
          onRetry={() => void search.refetch()}
          busy={search.isFetching}
        />
      );
    }
    if (!totals) {
      const among = profiles === undefined ? "profiles" : `${countText(profiles)} profiles`;
      return (
        <div className="users-results">
          <ResultHead />
          <SkeletonRows says={`Searching ${among}`} rows={12} bars={bars} inColumns onCancel={onCancel} />
        </div>
      );
    }
    if (found.rows.length === 0) {
      return found.stale ? null : <NoResult found={found} totals={totals} address={address} onTry={onTry} />;
    }
    return <ResultList {...list} />;
  }
}

/** A bar for each column that there is room for. */
function useColumnBars(): readonly number[] {
  const wide = useMediaQuery("(min-width: 1600px)");
  const zoomed = useMediaQuery("(max-width: 860px)");
  if (wide) return [100, 62, 50, 70, 90, 50, 60, 60];
  return zoomed ? [100, 70, 62, 60] : [100, 70, 62, 90, 50, 60];
}
