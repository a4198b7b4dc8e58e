/** One line that hangs on an element while it is pointed at or focused. */

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Kbd } from "./Kbd";
import "./floating.css";

export interface TooltipProps {
  text: string;
  keys?: readonly string[] | undefined;
  side?: "top" | "right" | "bottom" | "left" | undefined;
  /** The element that it hangs on. */
  children: ReactElement<Record<string, unknown>>;
}

export function Tooltip({ text, keys, side = "bottom", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="tooltip-place" side={side} sideOffset={6}>
          <Base.Popup className="tooltip">
            {text}
            {keys && <Kbd keys={keys} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Once around the program: tooltips that follow each other come at once. */
export const TooltipProvider = Base.Provider;
