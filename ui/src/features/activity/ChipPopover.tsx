/** A filter chip that opens a small window; set, it has a cross beside it that takes the filter away. */

import { ChevronDown, X } from "lucide-react";
import type { ReactNode } from "react";
import { Popover } from "../../components/Popover";
import "../../components/FilterChip.css";

export interface ChipPopoverProps {
  /** What is filtered by, for the window's label and the cross: "Input". */
  name: string;
  /** What stands in the chip: a name, a value in `<b>`. */
  words: ReactNode;
  on: boolean;
  /** It narrows nothing, so it is not tinted when set. */
  plain?: boolean | undefined;
  onClear: () => void;
  width?: number | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: ReactNode;
}

export function ChipPopover({
  name,
  words,
  on,
  plain,
  onClear,
  width,
  open,
  onOpenChange,
  children,
}: ChipPopoverProps) {
  const trigger = (
    <button type="button" className={`filter-chip ${on && !plain ? "filter-chip-on" : ""}`} data-set={on || undefined}>
      {words}
      {!on && <ChevronDown size={12} aria-hidden />}
    </button>
  );
  return (
    <span className={on ? "filter-chip-with-cross" : "filters-chip"}>
      <Popover
        label={`Filter by ${name.toLowerCase()}`}
        width={width}
        trigger={trigger}
        open={open}
        onOpenChange={onOpenChange}
      >
        {children}
      </Popover>
      {on && (
        <button type="button" className="filter-chip-cross" aria-label={`Any ${name.toLowerCase()}`} onClick={onClear}>
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}
