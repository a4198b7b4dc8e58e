/** Where a list's cursor goes when a key is pressed. Heads and gaps are stepped over. */

export interface CursorField {
  count: number;
  /** Rows that fit on the screen. */
  page: number;
  /** Whether the row can carry the cursor. */
  lands(index: number): boolean;
}

/** The nearest row from `from` in steps of `step` that can carry the cursor; -1 when there is none. */
function seek(field: CursorField, from: number, step: 1 | -1): number {
  for (let index = from; index >= 0 && index < field.count; index += step) {
    if (field.lands(index)) return index;
  }
  return -1;
}

/** The first wish that can be met. */
function either(...places: number[]): number {
  return places.find((place) => place >= 0) ?? -1;
}

/** The row after the key, or `null` when the key moves nothing. `at` is -1 before the first move. */
export function cursorAfter(key: string, at: number, field: CursorField): number | null {
  const last = field.count - 1;
  if (last < 0) return null;
  const page = Math.max(1, field.page - 1);
  switch (key) {
    case "ArrowDown":
      return either(seek(field, at + 1, 1), at, seek(field, 0, 1));
    case "ArrowUp":
      return at < 0 ? seek(field, last, -1) : either(seek(field, at - 1, -1), at);
    case "PageDown":
      return either(seek(field, Math.min(last, Math.max(at, 0) + page), 1), seek(field, last, -1));
    case "PageUp":
      return either(seek(field, Math.max(0, at - page), -1), seek(field, 0, 1));
    case "Home":
      return seek(field, 0, 1);
    case "End":
      return seek(field, last, -1);
    default:
      return null;
  }
}
