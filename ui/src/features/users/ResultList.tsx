/** The matches: one row each, the part that matches marked. */

import { History } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import type { SearchHitView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { Known } from "../../components/Known";
import { MatchMark } from "../../components/MatchMark";
import { countText } from "../../components/numbers";
import { Time } from "../../components/Time";
import { VirtualList, type VirtualListHandle } from "../../components/VirtualList";
import { PlatformPictures } from "./PlatformPictures";
import type { HeadRow, ResultRow } from "./resultRows";
import type { UserSearch } from "./useUserSearch";

export interface ResultListProps {
  id: string;
  found: UserSearch;
  cursor: string | null;
  onCursor: (key: string) => void;
  onOpen: (hit: SearchHitView, event: { ctrlKey: boolean; metaKey: boolean }) => void;
  onKey: (event: KeyboardEvent) => void;
  ref: Ref<VirtualListHandle>;
}

export function ResultList({ id, found, cursor, onCursor, onOpen, onKey, ref }: ResultListProps) {
  return (
    <div className={found.stale ? "users-results stale" : "users-results"}>
      <ResultHead />
      <VirtualList<ResultRow>
        ref={ref}
        id={id}
        label="Results"
        items={found.rows}
        itemKey={(row) => row.key}
        height={(row) => (row.type === "head" ? 26 : 32)}
        isHead={(row) => row.type === "head"}
        isSticky={(row) => row.type === "head"}
        cursor={cursor}
        onCursor={(row) => onCursor(row.key)}
        onOpen={(row, event) => row.type === "hit" && onOpen(row.hit, event)}
        onKey={onKey}
        onEndReached={() => found.search.hasNextPage && !found.search.isFetching && void found.search.fetchNextPage()}
        total={found.totals ? found.totals.exact + found.totals.prefix + found.totals.infix : undefined}
        render={(row) => (row.type === "head" ? <Head head={row} /> : <Hit hit={row.hit} query={found.query} />)}
      />
    </div>
  );
}

/** The names of the columns; also over rows to come. */
export function ResultHead() {
  return (
    <div className="cols-head" aria-hidden>
      <span />
      <span>Name</span>
      <span>Matching identity</span>
      <span className="wide">Customer ID</span>
      <span className="users-roomy">MPID</span>
      <span className="users-roomy">Seen on</span>
      <span className="wide num">First seen</span>
      <span className="num">Last seen</span>
    </div>
  );
}

function Head({ head }: { head: HeadRow }) {
  return (
    <div className="group-head">
      <b>{head.title}</b>
      {countText(head.count)}
      <span className="spring" />
      {head.note}
    </div>
  );
}

function Hit({ hit, query }: { hit: SearchHitView; query: string }) {
  return (
    <div className="cols-row">
      <Known known={hit.known} />
      <span className={hit.name === null ? "t3" : "medium"}>{hit.name ?? "Anonymous"}</span>
      <span className="users-match">
        <span className="users-kind" title={hit.kind_label}>
          {hit.kind_label}
        </span>
        <span className={hit.former ? "trunc t3" : "trunc"} title={hit.value}>
          <MatchMark text={hit.value} query={query} />
        </span>
        {hit.former && (
          <Chip tone="outline" icon={History}>
            former
          </Chip>
        )}
      </span>
      <span className="wide t2">{hit.customer_id ?? "–"}</span>
      <span className="id users-roomy">
        {hit.kind === "mpid" ? <MatchMark text={hit.mpid} query={query} /> : hit.mpid}
      </span>
      <span className="users-roomy">
        <PlatformPictures platforms={hit.platforms} />
      </span>
      <Time className="wide num t3" ms={hit.first_seen_ms} form="day" />
      <Time className="num t2" ms={hit.last_seen_ms} />
    </div>
  );
}
