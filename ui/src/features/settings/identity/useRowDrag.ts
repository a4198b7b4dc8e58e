/** Drags a row of a list to another place: by its grip, with the pointer. Escape puts it back. */

import { type PointerEvent, type RefObject, useEffect, useState } from "react";

interface Drag {
  from: number;
  to: number;
  /** Where the pointer went down, and how far it is from there, px. */
  startY: number;
  moved: number;
}

/** Rows are the elements with `data-row` in the frame, in their order. */
export function useRowDrag(frame: RefObject<HTMLElement | null>, drop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag>();
  const dragging = drag !== undefined;
  useEffect(() => {
    if (!dragging) return;
    const stop = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setDrag(undefined);
    };
    window.addEventListener("keydown", stop, true);
    return () => window.removeEventListener("keydown", stop, true);
  }, [dragging]);

  const placeAt = (y: number, from: number): number => {
    const rows = [...(frame.current?.querySelectorAll("[data-row]") ?? [])];
    return rows.filter((row, place) => {
      const { top, height } = row.getBoundingClientRect();
      return place !== from && top + height / 2 < y;
    }).length;
  };
  const grip = (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from, to: from, startY: event.clientY, moved: 0 });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag?.from !== from) return;
      setDrag({ ...drag, to: placeAt(event.clientY, from), moved: event.clientY - drag.startY });
    },
    onPointerUp: () => {
      if (drag && drag.to !== drag.from) drop(drag.from, drag.to);
      setDrag(undefined);
    },
    onPointerCancel: () => setDrag(undefined),
  });
  return { drag: drag && Math.abs(drag.moved) > 3 ? drag : undefined, grip };
}
