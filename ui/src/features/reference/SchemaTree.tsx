/** The inside of a schema as rows that fold. One tab stop; the arrows walk and fold. */

import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Words } from "./Prose";
import { type SchemaNode, type SchemaRow, schemaRows, treeMove } from "./schemaTree";

export function SchemaTree({ root, label }: { root: SchemaNode; label: string }) {
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState(0);
  const rows = schemaRows(root.children(), open);
  const at = Math.min(cursor, rows.length - 1);
  const rowId = (place: number) => `${id}-${place}`;

  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = treeMove(event.key, rows, at);
    if (move === undefined) return;
    event.preventDefault();
    if (move.toggle !== undefined) toggle(move.toggle);
    if (move.to === undefined) return;
    setCursor(move.to);
    document.getElementById(rowId(move.to))?.scrollIntoView({ block: "nearest" });
  };

  if (rows.length === 0) return null;
  return (
    <div
      ref={tree}
      role="tree"
      className="reference-tree"
      aria-label={label}
      aria-activedescendant={rowId(at)}
      tabIndex={0}
      onKeyDown={press}
    >
      {rows.map((row, place) => (
        <Row
          key={row.node.key}
          id={rowId(place)}
          row={row}
          atCursor={place === at}
          onPress={() => {
            setCursor(place);
            if (row.node.folds) toggle(row.node.key);
          }}
        />
      ))}
    </div>
  );
}

interface RowProps {
  id: string;
  row: SchemaRow;
  atCursor: boolean;
  onPress: () => void;
}

function Row({ id, row, atCursor, onPress }: RowProps) {
  const { node, depth, open } = row;
  const Fold = open ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and points at the row.
    <div
      id={id}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={atCursor}
      {...(node.folds ? { "aria-expanded": open } : {})}
      className="reference-row"
      data-folds={node.folds ? "" : undefined}
      style={{ "--depth": depth } as React.CSSProperties}
      onClick={onPress}
    >
      <span className="reference-member">
        <span className="reference-fold">{node.folds && <Fold size={14} aria-hidden />}</span>
        <span className="reference-named">
          <span className={node.kind === "member" ? "mono reference-member-name" : "reference-member-any"}>
            {node.name}
          </span>
          <span className="reference-type">{node.words}</span>
          {node.required && <span className="reference-required">required</span>}
        </span>
      </span>
      <span className="reference-says">
        <Words text={node.description} />
        <Facts node={node} />
      </span>
    </div>
  );
}

/** The values that it may have, its limits, its default. */
export function Facts({ node }: { node: Pick<SchemaNode, "values" | "notes"> }) {
  const { values, notes } = node;
  return (
    <>
      {values.length > 0 && (
        <span className="reference-values">
          {values.map((value) => (
            <code key={value} className="reference-code">
              {value}
            </code>
          ))}
        </span>
      )}
      {notes.length > 0 && <span className="reference-notes">{notes.join(" · ")}</span>}
    </>
  );
}
