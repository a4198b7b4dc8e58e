/** A long list with one tab stop: only the rows in sight exist, the cursor walks with the keys. */

import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
} from "react";
import { cursorAfter } from "./cursorMoves";
import { headsBefore, stickyBefore, withAlways } from "./listRange";
import "./VirtualList.css";

export interface VirtualListHandle {
  focus(): void;
  /** Lets a search box drive the list: true when the key was the list's. */
  press(event: KeyboardEvent): boolean;
  scrollTo(key: string): void;
}

export interface VirtualListProps<T> {
  /** For `aria-controls` and the ids of rows (`optionId`). */
  id: string;
  label: string;
  items: readonly T[];
  itemKey: (item: T) => string;
  /** px; exact, or with `measured` a guess. */
  height: (item: T) => number;
  measured?: boolean | undefined;
  render: (item: T, atCursor: boolean) => ReactNode;
  /** Rows that cannot carry the cursor: heads, gaps. */
  isHead?: ((item: T) => boolean) | undefined;
  /** Heads that stay in sight while their group is. */
  isSticky?: ((item: T) => boolean) | undefined;
  /** The key of the row at the cursor. */
  cursor: string | null;
  onCursor: (item: T) => void;
  /** Enter, or a double press. */
  onOpen?: ((item: T, event: { ctrlKey: boolean; metaKey: boolean }) => void) | undefined;
  /** Other keys while the list has the focus. */
  onKey?: ((event: KeyboardEvent, item: T | undefined) => void) | undefined;
  /** The last rows come into sight: fetch more. */
  onEndReached?: (() => void) | undefined;
  /** All rows that there are, loaded or not, for screen readers. */
  total?: number | undefined;
  /** `grid`: `render` gives elements with `role="gridcell"`. */
  role?: "listbox" | "grid" | undefined;
  className?: string | undefined;
  ref?: Ref<VirtualListHandle> | undefined;
}

/** The id of a row, for `aria-activedescendant` of a search box. */
export function optionId(list: string, key: string): string {
  return `${list}-${key}`;
}

export function VirtualList<T>(props: VirtualListProps<T>) {
  const { id, items, itemKey, isHead, isSticky, cursor, onCursor, onOpen, onEndReached, role = "listbox" } = props;
  const frame = useRef<HTMLDivElement>(null);
  const at = cursor === null ? -1 : items.findIndex((item) => itemKey(item) === cursor);
  const heightAt = (index: number) => {
    const item = items[index];
    return item === undefined ? 0 : props.height(item);
  };
  const sticky = isSticky ? items.flatMap((item, index) => (isSticky(item) ? [index] : [])) : [];
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: heightAt,
    getItemKey: (index) => (items[index] === undefined ? index : itemKey(items[index])),
    overscan: 8,
    scrollPaddingStart: sticky[0] === undefined ? 0 : heightAt(sticky[0]),
    rangeExtractor: (range) => withAlways(range, at, stickyBefore(sticky, range.startIndex)),
  });
  useScrollbarWidth(frame);
  const shown = rows.getVirtualItems();
  const stuck = stickyBefore(sticky, rows.range?.startIndex ?? 0);

  const last = shown.at(-1)?.index ?? -1;
  const nearEnd = items.length > 0 && last >= items.length - 10;
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows that still end in sight ask again.
  useEffect(() => {
    if (nearEnd) onEndReached?.();
  }, [nearEnd, items.length]);

  const press = (event: KeyboardEvent): boolean => {
    const item = items[at];
    if (event.key === "Enter" && item !== undefined && onOpen) {
      onOpen(item, event);
      event.preventDefault();
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const page = Math.floor((frame.current?.clientHeight ?? 0) / (heightAt(Math.max(at, 0)) || 32));
    const lands = (index: number) => items[index] !== undefined && !isHead?.(items[index]);
    const next = cursorAfter(event.key, at, { count: items.length, page, lands });
    if (next === null) return false;
    event.preventDefault();
    const landed = items[next];
    if (landed !== undefined) {
      onCursor(landed);
      // Above the first row may stand its head: show it too.
      rows.scrollToIndex(next === 1 && !lands(0) ? 0 : next, { align: "auto" });
    }
    return true;
  };

  useImperativeHandle(props.ref, () => ({
    focus: () => frame.current?.focus(),
    press,
    scrollTo: (key) => {
      const index = items.findIndex((item) => itemKey(item) === key);
      if (index >= 0) rows.scrollToIndex(index, { align: "auto" });
    },
  }));

  const total = props.total ?? items.length;
  const heads = items.flatMap((item, index) => (isHead?.(item) ? [index] : []));
  const active = at >= 0 && cursor !== null ? { "aria-activedescendant": optionId(id, cursor) } : {};
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is a listbox or a grid.
    // biome-ignore lint/a11y/noStaticElementInteractions: the same.
    <div
      ref={frame}
      id={id}
      className={`virtual-list ${props.className ?? ""}`}
      aria-label={props.label}
      {...(role === "grid" ? { role, "aria-rowcount": total } : { role })}
      {...active}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is one tab stop, its cursor walks inside.
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target === frame.current && !press(event)) props.onKey?.(event, items[at]);
      }}
    >
      <div className="virtual-list-rows" role="presentation" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const key = itemKey(item);
          const isStuck = row.index === stuck;
          return (
            <div
              key={key}
              id={optionId(id, key)}
              ref={props.measured ? rows.measureElement : undefined}
              data-index={row.index}
              className={isStuck ? "virtual-row virtual-row-stuck" : "virtual-row"}
              style={{
                ...(isStuck ? {} : { transform: `translateY(${row.start}px)` }),
                ...(props.measured ? {} : { height: row.size }),
              }}
              {...rowRoles(
                role,
                isHead?.(item) ?? false,
                row.index - headsBefore(heads, row.index),
                row.index === at,
                total,
              )}
              {...(isHead?.(item) ? {} : { onClick: () => onCursor(item) })}
              {...(isHead?.(item) || !onOpen ? {} : { onDoubleClick: (event) => onOpen(item, event) })}
            >
              {props.render(item, row.index === at)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Tells the sheet how wide the scrollbar is: nothing where it floats. */
function useScrollbarWidth(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() =>
      element.style.setProperty("--scrollbar", `${element.offsetWidth - element.clientWidth}px`),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
}

/** `place` counts the rows that can be chosen, from 0. */
function rowRoles(list: "listbox" | "grid", head: boolean, place: number, chosen: boolean, total: number) {
  if (head) return { role: "presentation" };
  const selected = { "aria-selected": chosen };
  if (list === "grid") return { role: "row", "aria-rowindex": place + 1, ...selected };
  return { role: "option", "aria-posinset": place + 1, "aria-setsize": total, ...selected };
}
