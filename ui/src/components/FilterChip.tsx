/** A filter that can be set: pressed when set, dashed when nothing would match. */

import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { countText } from "./numbers";
import "./FilterChip.css";

export interface FilterChipProps extends Omit<ComponentProps<"button">, "value"> {
  /** What is filtered by: "Input". */
  children: ReactNode;
  /** What it is set to. */
  value?: ReactNode;
  count?: number | undefined;
  on?: boolean | undefined;
  /** Shows a cross that takes the filter away. */
  onRemove?: (() => void) | undefined;
}

export function FilterChip({ children, value, count, on, onRemove, className, ...rest }: FilterChipProps) {
  const looks = `filter-chip ${on ? "filter-chip-on" : ""} ${count === 0 && !on ? "filter-chip-zero" : ""} ${className ?? ""}`;
  const chip = (
    <button type="button" className={looks} aria-pressed={on ?? false} {...rest}>
      {children}
      {value !== undefined && <b>{value}</b>}
      {count !== undefined && <span className="filter-chip-count">{countText(count)}</span>}
    </button>
  );
  if (!onRemove) return chip;
  return (
    <span className="filter-chip-with-cross">
      {chip}
      <button type="button" className="filter-chip-cross" aria-label="Remove the filter" onClick={onRemove}>
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
