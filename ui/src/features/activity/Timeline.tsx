/** The list of events: rows in sight alone exist, one tab stop, a cursor that the keys move. */

import { type KeyboardEvent, memo, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { copyText } from "../../components/copyText";
import { cursorAfter } from "../../components/cursorMoves";
import { modHeld } from "../../components/keyNames";
import { useNow } from "../../components/now";
import { toast } from "../../components/toasts";
import { EventLine } from "./EventLine";
import { ProductsBox } from "./ProductsBox";
import { BatchHead, DayHead, Gap, SessionHead } from "./TimelineHeads";
import {
  addressOf,
  type BatchRow,
  type EventRow,
  hasProducts,
  rowHeight,
  type TimelineRow,
  takesCursor,
} from "./timelineRows";
import { useVirtualRows } from "./useVirtualRows";
import "./timeline.css";

export interface TimelineProps {
  rows: readonly TimelineRow[];
  /** The event or batch in the pane, as the address has it. */
  cursor: string | undefined;
  onCursor: (row: EventRow | BatchRow) => void;
  /** Enter, or a press. */
  onOpen: (row: EventRow | BatchRow) => void;
  opened: ReadonlySet<string>;
  highlight: ReadonlySet<string>;
  arrived: ReadonlySet<string>;
  oldest: boolean;
  /** The list begins with the first event there is. */
  atStart: boolean;
  onNearStart: () => void;
  onNearEnd: () => void;
  /** Home and End go to the ends of the history, loaded or not; true when that needs other rows. */
  onEnd: (end: "start" | "end") => boolean;
  onTop: (atTop: boolean) => void;
  /** Names the list: its filter, its order, where it starts. Another list begins at its beginning. */
  list: string;
  /** The rows are still those of the former list. */
  stale: boolean;
  /** What stands below the last row. */
  foot: ReactNode;
  /** What floats above the first, given the way to the top. */
  pill: (toTop: () => void) => ReactNode;
}

export function Timeline(props: TimelineProps) {
  const { rows, cursor, onCursor, onOpen, atStart, onTop, onNearStart, onNearEnd } = props;
  const now = useNow();
  const sight = useVirtualRows(rows, atStart);
  const at = rows.findIndex((row) => takesCursor(row) && addressOf(row) === cursor);

  /** What was brought into sight last. */
  const shown = useRef<string>(undefined);
  // Where a key wanted to go, while the rows that are there are fetched.
  const wanted = useRef<"start" | "end">(undefined);
  const begun = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (props.stale || begun.current === props.list) return;
    const first = begun.current === undefined;
    begun.current = props.list;
    const end = wanted.current;
    wanted.current = undefined;
    if (end !== undefined) land(end);
    else if (!first) sight.toTop();
  });
  const land = (end: "start" | "end") => {
    const found = end === "start" ? rows.find(takesCursor) : rows.findLast(takesCursor);
    if (!found) return;
    shown.current = addressOf(found);
    onCursor(found);
    if (end === "start") sight.toTop();
    else sight.toEnd();
  };

  useEffect(() => onTop(sight.atTop), [sight.atTop, onTop]);
  const nearStart = sight.first < 20;
  const nearEnd = sight.last >= rows.length - 30;
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows whose end is still in sight ask again.
  useEffect(() => {
    if (nearStart) onNearStart();
    if (nearEnd) onNearEnd();
  }, [nearStart, nearEnd, rows, onNearStart, onNearEnd]);

  // What the address names is brought into sight once it is there.
  useEffect(() => {
    if (cursor === undefined || at < 0 || shown.current === cursor) return;
    const first = shown.current === undefined;
    shown.current = cursor;
    if (at < sight.first || at > sight.last || first) sight.reveal(at, first && at > 12 ? "middle" : "near");
  });

  const press = (event: KeyboardEvent) => {
    const row = rows[at];
    if (event.key === "Enter" && row && takesCursor(row)) {
      event.preventDefault();
      onOpen(row);
      return;
    }
    if (modHeld(event) && event.key === "c" && row && takesCursor(row) && String(getSelection()) === "") {
      event.preventDefault();
      void copyText(addressOf(row)).then((done) => done && toast({ title: "Id copied", description: addressOf(row) }));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      const end = event.key === "Home" ? "start" : "end";
      if (props.onEnd(end)) wanted.current = end;
      else land(end);
      return;
    }
    const lands = (place: number) => rows[place] !== undefined && takesCursor(rows[place]);
    const next = cursorAfter(event.key, at, { count: rows.length, page: sight.page, lands });
    const landed = next === null ? undefined : rows[next];
    if (next === null || !landed || !takesCursor(landed)) return;
    event.preventDefault();
    shown.current = addressOf(landed);
    onCursor(landed);
    sight.reveal(next);
  };

  const places = [];
  for (let place = sight.first; place <= sight.last; place += 1) places.push(place);
  // The cursor is pointed at by its id, so it must exist wherever it is.
  if (at >= 0 && (at < sight.first || at > sight.last)) places.push(at);

  return (
    <div className={props.stale ? "timeline stale" : "timeline"}>
      <div
        ref={sight.frame}
        className="timeline-frame"
        role="grid"
        aria-label="Events"
        aria-rowcount={rows.length}
        aria-activedescendant={at >= 0 ? `timeline-${rows[at]?.key}` : undefined}
        tabIndex={0}
        onKeyDown={(event) => event.target === event.currentTarget && press(event)}
      >
        {sight.day && (
          <div className="timeline-stuck" aria-hidden>
            <DayHead row={sight.day} now={now} />
          </div>
        )}
        <div className="timeline-rows" role="presentation" style={{ height: sight.tops[rows.length] ?? 0 }}>
          {places.map((place) => {
            const row = rows[place];
            if (!row) return null;
            return (
              <Row
                key={row.key}
                row={row}
                place={place}
                top={sight.tops[place] ?? 0}
                now={row.kind === "event" || row.kind === "products" ? 0 : now}
                selected={place === at}
                open={row.kind === "event" && props.opened.has(row.key) && hasProducts(row.event)}
                isNew={props.arrived.has(row.key)}
                highlighted={row.kind === "event" && props.highlight.has(row.event.name)}
                oldest={props.oldest}
                onOpen={onOpen}
              />
            );
          })}
        </div>
        {props.foot}
      </div>
      {props.pill(sight.toTop)}
    </div>
  );
}

interface RowProps {
  row: TimelineRow;
  place: number;
  top: number;
  now: number;
  selected: boolean;
  open: boolean;
  isNew: boolean;
  highlighted: boolean;
  oldest: boolean;
  onOpen: (row: EventRow | BatchRow) => void;
}

const Row = memo(function Row({ row, place, top, selected, onOpen, ...look }: RowProps) {
  const press = takesCursor(row) ? () => onOpen(row) : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's, which has the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the list points at its row; the row itself takes no focus.
    <div
      id={`timeline-${row.key}`}
      className="timeline-row"
      role="row"
      aria-rowindex={place + 1}
      aria-selected={takesCursor(row) ? selected : undefined}
      style={{ height: rowHeight(row), transform: `translateY(${top}px)` }}
      onClick={press}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
      <div role="gridcell" className="timeline-cell">
        <RowWords row={row} {...look} />
      </div>
    </div>
  );
});

function RowWords({
  row,
  now,
  open,
  isNew,
  highlighted,
  oldest,
}: Omit<RowProps, "place" | "top" | "selected" | "onOpen">) {
  switch (row.kind) {
    case "day":
      return <DayHead row={row} now={now} />;
    case "session":
      return <SessionHead row={row} now={now} oldest={oldest} />;
    case "batch":
      return <BatchHead row={row} now={now} />;
    case "gap":
      return <Gap row={row} />;
    case "event":
      return <EventLine event={row.event} isNew={isNew} highlighted={highlighted} open={open} />;
    case "products":
      return row.event.commerce && <ProductsBox commerce={row.event.commerce} />;
  }
}
