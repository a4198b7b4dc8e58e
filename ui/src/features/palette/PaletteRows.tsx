/** The rows of the palette: users, actions, and the acts on one user. */

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Kbd } from "../../components/Kbd";
import { capsOf } from "../../components/keyStroke";
import { MatchMark } from "../../components/MatchMark";

export interface PaletteRow {
  key: string;
  icon: LucideIcon;
  name: string;
  /** Drawn lighter: nobody's name. */
  faint?: boolean;
  detail: string;
  /** What stands behind the detail and is not marked. */
  aside?: string;
  right?: ReactNode;
  keys?: string | undefined;
  run: (event: { ctrlKey: boolean; metaKey: boolean }) => void;
  /** Tab shows more about it. */
  more?: (() => void) | undefined;
}

export interface PaletteGroup {
  title: string;
  count?: string;
  rows: readonly PaletteRow[];
}

export interface PaletteRowsProps {
  id: string;
  groups: readonly PaletteGroup[];
  cursor: number;
  query: string;
  onRun: (row: PaletteRow, event: { ctrlKey: boolean; metaKey: boolean }) => void;
  onPoint: (index: number) => void;
}

export function rowId(list: string, key: string): string {
  return `${list}-${key}`;
}

export function PaletteRows({ id, groups, cursor, query, onRun, onPoint }: PaletteRowsProps) {
  let index = -1;
  return (
    <div className="palette-list" role="listbox" id={id} aria-label="Results">
      {groups.map((group) => (
        <div key={group.title} role="group" aria-label={group.title}>
          <div className="palette-title" role="presentation">
            {group.title}
            <span className="spring" />
            {group.count}
          </div>
          {group.rows.map((row) => {
            index += 1;
            const mine = index;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's.
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box.
              <div
                key={row.key}
                id={rowId(id, row.key)}
                className="palette-row"
                role="option"
                aria-selected={mine === cursor}
                ref={mine === cursor ? intoSight : undefined}
                onPointerMove={() => mine !== cursor && onPoint(mine)}
                onClick={(event) => onRun(row, event)}
              >
                <row.icon size={16} aria-hidden />
                <span className={row.faint ? "t3" : "medium"}>
                  <MatchMark text={row.name} query={query} />
                </span>
                <span className="trunc t3 spring">
                  <MatchMark text={row.detail} query={query} />
                  {row.aside}
                </span>
                <span className="palette-right">
                  {row.right}
                  {mine === cursor ? <Kbd keys={["enter"]} /> : row.keys && <Kbd keys={capsOf(row.keys)} />}
                </span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function intoSight(row: HTMLElement | null) {
  row?.scrollIntoView({ block: "nearest" });
}
