/** A small window under what opened it. Esc closes it and gives the focus back. */

import { Popover as Base } from "@base-ui/react/popover";
import { type ReactElement, type ReactNode, useRef } from "react";
import "./floating.css";

export interface PopoverProps {
  /** The element that opens it: usually a `Button` or a `FilterChip`. */
  trigger: ReactElement<Record<string, unknown>>;
  /** What it is, for screen readers. */
  label: string;
  children: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  align?: "start" | "center" | "end" | undefined;
  /** px; 340 unless told. */
  width?: number | undefined;
  /** Nothing inside is to be focused first: the window itself is. */
  quiet?: boolean | undefined;
}

export function Popover({
  trigger,
  label,
  children,
  open,
  onOpenChange,
  align = "start",
  width = 340,
  quiet,
}: PopoverProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popover-place" align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup
            ref={popup}
            className="popover"
            aria-label={label}
            style={{ width }}
            {...(quiet ? { initialFocus: popup } : {})}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
