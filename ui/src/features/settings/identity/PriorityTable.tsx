/** The order by which users are looked up, and what each type of identity is. By pointer and by keys alike. */

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { IdentityTypeView, ScopeSettings } from "../../../api/generated/admin";
import { Notice } from "../../../components/Notice";
import { useShortcuts } from "../../../components/shortcuts";
import { FaultLine } from "./FaultLine";
import type { PlacedFault } from "./faultPlaces";
import { PriorityRow } from "./PriorityRow";
import { labelOf } from "./scopeChanges";
import { moved, removed, type Trait, toggled } from "./scopeDraft";
import { useRowDrag } from "./useRowDrag";

export interface PriorityTableProps {
  settings: ScopeSettings;
  saved: ScopeSettings;
  types: readonly IdentityTypeView[];
  faults: readonly PlacedFault[];
  onChange: (settings: ScopeSettings) => void;
}

const LAST_COLUMN = 4;

/** Heads are not walked. */
const headRow = { role: "row" } as const;
const headCell = { role: "columnheader" } as const;

export function PriorityTable({ settings, saved, types, faults, onChange }: PriorityTableProps) {
  const { priority } = settings;
  const frame = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [said, setSaid] = useState("");
  const row = Math.min(at.row, priority.length - 1);
  const move = (from: number, to: number) => {
    const type = priority[from];
    const next = moved(settings, from, to);
    if (next === settings || type === undefined) return;
    follow.current = true;
    setAt({ row: to, column: 0 });
    setSaid(`${labelOf(types, type)} is now ${to + 1} of ${priority.length}`);
    onChange(next);
  };
  const { drag, grip } = useRowDrag(frame, move);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows what the keys did.
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    frame.current?.querySelector<HTMLElement>(`[data-cell="${row}-${at.column}"]`)?.focus();
  }, [at, priority]);

  const go = (nextRow: number, column: number) => {
    follow.current = true;
    setAt({
      row: Math.max(0, Math.min(priority.length - 1, nextRow)),
      column: Math.max(0, Math.min(LAST_COLUMN, column)),
    });
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step !== undefined) move(row, row + step);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (step !== undefined) go(row + step, at.column);
    else if (event.key === "ArrowLeft") go(row, at.column - 1);
    else if (event.key === "ArrowRight") go(row, at.column + 1);
    else if (event.key === "Home") go(0, at.column);
    else if (event.key === "End") go(priority.length - 1, at.column);
    else if (event.key === "Delete") remove(priority[row]);
    else return;
    event.preventDefault();
  };
  const remove = (type: string | undefined) => {
    if (type === undefined) return;
    follow.current = true;
    onChange(removed(settings, type));
  };
  const toggle = (trait: Trait) => {
    const type = priority[row];
    if (type !== undefined) onChange(toggled(settings, trait, type));
  };
  useShortcuts("Identity", [
    { keys: "alt+ArrowUp", does: "Move the type up" },
    { keys: "alt+ArrowDown", does: "Move the type down" },
    { keys: "u", does: "Unique", run: () => toggle("unique") },
    { keys: "l", does: "Log-in", run: () => toggle("login") },
    { keys: "i", does: "Immutable", run: () => toggle("immutable") },
    { keys: "Delete", does: "Look up by the type no more" },
  ]);
  const loose = faults.filter((fault) => fault.type === undefined);
  return (
    <>
      {loose.map((fault) => (
        <div key={fault.text} className="identity-loose">
          <Notice tone={fault.tone}>{fault.text}</Notice>
        </div>
      ))}
      <div ref={frame} className="identity-order" role="grid" aria-label="Order of look-up" onKeyDown={keys}>
        <div {...headRow} className="cols-head">
          {["Type", "Unique", "Log-in", "Immutable", "Remove"].map((name) => (
            <span key={name} {...headCell} className={name === "Remove" ? "spoken" : ""}>
              {name}
            </span>
          ))}
        </div>
        {priority.map((type, place) => (
          <div key={type} role="rowgroup" className="identity-place">
            <PriorityRow
              type={type}
              label={labelOf(types, type)}
              place={place}
              count={priority.length}
              settings={settings}
              saved={saved}
              column={place === row ? at.column : undefined}
              grip={grip(place)}
              lifted={drag?.from === place ? drag.moved : undefined}
              dropHere={
                drag && drag.to === place && drag.from !== place
                  ? drag.to < drag.from
                    ? "before"
                    : "after"
                  : undefined
              }
              onFocus={(column) => setAt({ row: place, column })}
              onToggle={(trait) => onChange(toggled(settings, trait, type))}
              onRemove={() => remove(type)}
            />
            {faults
              .filter((fault) => fault.type === type)
              .map((fault) => (
                <FaultLine key={fault.text} fault={fault} onMend={onChange} />
              ))}
          </div>
        ))}
      </div>
      <p className="spoken" role="status">
        {said}
      </p>
    </>
  );
}
