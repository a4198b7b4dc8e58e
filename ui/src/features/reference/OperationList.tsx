/** The operations by their tags, a box to filter them, and a cursor that opens what it stands on. */

import { Filter } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { Kbd } from "../../components/Kbd";
import { MatchMark } from "../../components/MatchMark";
import { TextField } from "../../components/TextField";
import { VirtualList, type VirtualListHandle } from "../../components/VirtualList";
import { MethodTag } from "./MethodPath";
import type { ListRow, Operation } from "./operations";
import "./operations.css";

export interface OperationListProps {
  rows: readonly ListRow[];
  filter: string;
  onFilter: (filter: string) => void;
  cursor: string | null;
  onCursor: (id: string) => void;
  /** Enter: into the operation. */
  onEnter: () => void;
  onKey: (event: KeyboardEvent) => void;
  box: Ref<HTMLInputElement>;
  list: Ref<VirtualListHandle>;
}

export function OperationList({
  rows,
  filter,
  onFilter,
  cursor,
  onCursor,
  onEnter,
  onKey,
  box,
  list,
}: OperationListProps) {
  return (
    <section className="reference-list" aria-label="Operations">
      <div className="reference-filter">
        <TextField
          ref={box}
          label="Filter operations"
          placeholder="Filter by path or words"
          icon={Filter}
          clearable
          value={filter}
          onText={onFilter}
          onKeyDown={onKey}
          after={filter === "" && <Kbd keys={["/"]} />}
        />
      </div>
      {rows.length === 0 ? (
        <Empty
          icon={Filter}
          title={`No operation has “${filter.trim()}”`}
          actions={<Button onClick={() => onFilter("")}>Clear the filter</Button>}
        >
          Methods, paths, tags and summaries were looked through.
        </Empty>
      ) : (
        <VirtualList<ListRow>
          ref={list}
          id="reference-operations"
          label="Operations"
          items={rows}
          itemKey={(row) => row.key}
          height={(row) => (row.type === "head" ? 26 : 44)}
          isHead={(row) => row.type === "head"}
          isSticky={(row) => row.type === "head"}
          total={rows.filter(({ type }) => type === "operation").length}
          cursor={cursor}
          onCursor={(row) => onCursor(row.key)}
          onOpen={onEnter}
          render={(row) =>
            row.type === "head" ? (
              <Head title={row.title} count={row.count} />
            ) : (
              <Row operation={row.operation} filter={filter} />
            )
          }
        />
      )}
    </section>
  );
}

function Head({ title, count }: { title: string; count: number }) {
  return (
    <div className="group-head">
      <b>{title}</b>
      {count}
    </div>
  );
}

function Row({ operation, filter }: { operation: Operation; filter: string }) {
  const { method, path, summary } = operation;
  return (
    <div className="cols-row reference-operation">
      <span className="trunc medium">
        <MatchMark text={summary} query={filter} />
      </span>
      <span className="reference-operation-path">
        <MethodTag method={method} />
        <span className="trunc mono" title={path}>
          <MatchMark text={path} query={filter} />
        </span>
      </span>
    </div>
  );
}
