/** Refused lines as rows, in the order of the file. */

import { useRef } from "react";
import type { RefusalView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { countText } from "../../components/numbers";
import { useShortcuts } from "../../components/shortcuts";
import { VirtualList, type VirtualListHandle } from "../../components/VirtualList";
import { Cell } from "./Cell";
import { beginning, faultWords, placeWords, type RefusedRow } from "./refusedRows";

export interface RefusedTableProps {
  rows: readonly RefusedRow[];
  total: number;
  cursor: string | null;
  onCursor: (key: string) => void;
  onEndReached: () => void;
}

export function RefusedTable({ rows, total, cursor, onCursor, onEndReached }: RefusedTableProps) {
  const list = useRef<VirtualListHandle>(null);
  useShortcuts("Import", [{ keys: "ArrowDown", does: "Into the list", run: () => list.current?.focus() }]);
  return (
    <div className="import-refused-cols">
      <div className="cols-head" aria-hidden>
        <span className="num">Line</span>
        <span>Reason</span>
        <span className="wide">Where</span>
        <span>Content</span>
      </div>
      <VirtualList
        ref={list}
        id="refused-lines"
        role="grid"
        label="Refused lines"
        items={rows}
        itemKey={(row) => row.key}
        height={() => 28}
        total={total}
        cursor={cursor}
        onCursor={(row) => onCursor(row.key)}
        onEndReached={onEndReached}
        render={(row) => <Cells refusal={row.refusal} />}
      />
    </div>
  );
}

function Cells({ refusal }: { refusal: RefusalView }) {
  return (
    <div className="cols-row compact" role="presentation">
      <Cell className="num t2">{countText(refusal.line)}</Cell>
      <Cell title={refusal.message}>
        {!refusal.whole && (
          <>
            <Chip tone="warn">in part</Chip>{" "}
          </>
        )}
        {faultWords(refusal)}
      </Cell>
      <Cell className="mono t3 wide">{placeWords(refusal)}</Cell>
      <Cell className="mono t3">{beginning(refusal.text)}</Cell>
    </div>
  );
}
