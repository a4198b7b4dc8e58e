/** A screen with a pane at its right: a divider that can be dragged, and under 1152 px an overlay instead. */

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { useMediaQuery } from "./mediaQuery";
import { paneWidths } from "./paneWidths";
import "./SplitPane.css";

/** Keys on the divider move it by this. */
const STEP = 16;

export interface SplitPaneProps {
  /** Under this name the width is remembered. */
  name: string;
  /** What the pane is: "Preview". */
  label: string;
  children: ReactNode;
  /** What stands in the pane; nothing, no pane. */
  pane: ReactNode;
  /** px under and from a window of 1600 px. */
  width: readonly [number, number];
  min?: number | undefined;
  max?: number | undefined;
  /** In a narrow window the pane is laid over the screen while this holds. */
  overlayOpen?: boolean | undefined;
  onOverlayClose?: (() => void) | undefined;
}

export function SplitPane({ name, label, children, pane, width, min = 240, max = 800, ...overlay }: SplitPaneProps) {
  const wide = useMediaQuery("(min-width: 1600px)");
  const narrow = useMediaQuery("(max-width: 1151px)");
  const chosen = paneWidths.use()[name];
  const preset = wide ? width[1] : width[0];
  const bounded = (px: number) => Math.round(Math.min(max, Math.max(min, px)));
  const choose = (px: number) => paneWidths.set({ ...paneWidths.get(), [name]: bounded(px) });
  const current = chosen === undefined ? preset : bounded(chosen);
  const paneRef = useRef<HTMLElement>(null);

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = paneRef.current?.getBoundingClientRect().right ?? window.innerWidth;
    choose(right - event.clientX);
  };
  const keys = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: current + STEP,
      ArrowRight: current - STEP,
      Home: max,
      End: min,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const forget = () => {
    const { [name]: _forgotten, ...rest } = paneWidths.get();
    paneWidths.set(rest);
  };

  if (narrow) {
    const open = overlay.overlayOpen && pane;
    return (
      <div className="split">
        <div className="split-main">{children}</div>
        {open && (
          <aside
            className="split-pane split-pane-over"
            aria-label={label}
            onKeyDown={(event) => event.key === "Escape" && overlay.onOverlayClose?.()}
          >
            {pane}
          </aside>
        )}
      </div>
    );
  }
  return (
    <div className="split">
      <div className="split-main">{children}</div>
      {pane && (
        <>
          <div
            className="split-divider"
            role="separator"
            aria-orientation="vertical"
            aria-label={`Width of ${label.toLowerCase()}`}
            aria-valuenow={current}
            aria-valuemin={min}
            aria-valuemax={max}
            tabIndex={0}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={keys}
            onDoubleClick={forget}
          />
          <aside ref={paneRef} className="split-pane" aria-label={label} style={{ width: current }}>
            {pane}
          </aside>
        </>
      )}
    </div>
  );
}
