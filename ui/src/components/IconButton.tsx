/** A button that is only a picture; its label is the tooltip and what is spoken. */

import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Tooltip } from "./Tooltip";
import "./Button.css";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  icon: LucideIcon;
  label: string;
  keys?: readonly string[] | undefined;
  /** 20 px instead of 28, for a row. */
  small?: boolean | undefined;
}

export function IconButton({ icon: Icon, label, keys, small, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        className={`icon-button ${small ? "icon-button-small" : ""} ${className ?? ""}`}
        aria-label={label}
        {...rest}
      >
        <Icon size={small ? 12 : 16} aria-hidden />
      </button>
    </Tooltip>
  );
}
