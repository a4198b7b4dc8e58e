/** What came through an input and was refused, newest first. */

import { useRef } from "react";
import type { useCommandPages } from "../../../api/queries";
import { Chip } from "../../../components/Chip";
import { ErrorState } from "../../../components/ErrorState";
import { counted } from "../../../components/numbers";
import { SkeletonRows } from "../../../components/SkeletonRows";
import { Time } from "../../../components/Time";
import { VirtualList, type VirtualListHandle } from "../../../components/VirtualList";
import type { DoorRow } from "./refusedAtDoor";

export interface RefusedAtDoorProps {
  pages: ReturnType<typeof useCommandPages<"input_refusals">>;
  rows: readonly DoorRow[];
  cursor: string | null;
  onCursor: (key: string) => void;
}

export function RefusedAtDoor({ pages, rows, cursor, onCursor }: RefusedAtDoorProps) {
  const list = useRef<VirtualListHandle>(null);
  return (
    <section className="inputs-section inputs-refused" aria-label="Refused">
      <div className="section-head">
        <h2>Refused</h2>
        {pages.data && (
          <span className="section-count">
            {rows.length === 0
              ? "nothing so far"
              : `${pages.hasNextPage ? "the last " : ""}${counted(rows.length, "refusal")}, newest first`}
          </span>
        )}
      </div>
      {pages.isError ? (
        <ErrorState
          error={pages.error}
          title="What was refused could not be read"
          onRetry={() => void pages.refetch()}
          busy={pages.isRefetching}
        />
      ) : pages.isPending ? (
        <SkeletonRows says="Reading what was refused" height={28} bars={[10, 24, 40]} />
      ) : rows.length === 0 ? (
        <p className="inputs-note t2">
          Requests that cannot be read, and batches or parts of them that break the contract, are listed here with their
          reason and their text.
        </p>
      ) : (
        <>
          <div className="cols-head" aria-hidden>
            <span>When</span>
            <span>Reason</span>
            <span className="wide">Where</span>
            <span>What is wrong</span>
          </div>
          <VirtualList
            ref={list}
            id="refused-at-door"
            role="grid"
            label="Refused"
            items={rows}
            itemKey={(row) => row.key}
            height={() => 28}
            total={rows.length}
            cursor={cursor}
            onCursor={(row) => onCursor(row.key)}
            onEndReached={() => pages.hasNextPage && !pages.isFetching && void pages.fetchNextPage()}
            render={(row) => <Cells row={row} />}
          />
        </>
      )}
    </section>
  );
}

const cell = { role: "gridcell" } as const;

function Cells({ row: { refusal } }: { row: DoorRow }) {
  return (
    <div className="cols-row compact" role="presentation">
      <span {...cell} className="t2 tabular">
        <Time ms={refusal.received_ms} />
      </span>
      <span {...cell} title={refusal.label}>
        {!refusal.whole && (
          <>
            <Chip tone="warn">in part</Chip>{" "}
          </>
        )}
        {refusal.label}
      </span>
      <span {...cell} className="mono t3 wide">
        {refusal.path === "" ? "the whole" : refusal.path}
      </span>
      <span {...cell} className="t2" title={refusal.detail}>
        {refusal.detail}
      </span>
    </div>
  );
}
