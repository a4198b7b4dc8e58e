/** A field of one line with an optional icon, something at its right, and a cross that empties it. */

import { type LucideIcon, X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { IconButton } from "./IconButton";
import "./TextField.css";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "size" | "onChange" | "value"> {
  label: string;
  value: string;
  onText: (text: string) => void;
  icon?: LucideIcon | undefined;
  /** Stands at the right inside of the field. */
  after?: ReactNode;
  /** The search box of a screen. */
  big?: boolean | undefined;
  /** Shows a cross while there is something to empty. */
  clearable?: boolean | undefined;
  /** What is wrong with the text. */
  fault?: string | undefined;
}

export function TextField({ label, value, onText, icon: Icon, after, big, clearable, fault, ...rest }: TextFieldProps) {
  return (
    <label className={`text-field ${big ? "text-field-big" : ""}`} data-faulty={fault ? "" : undefined}>
      {Icon && <Icon size={big ? 16 : 14} aria-hidden />}
      <input
        type="text"
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onText(event.target.value)}
        {...rest}
      />
      {after}
      {clearable && value !== "" && <IconButton small={!big} icon={X} label="Clear" onClick={() => onText("")} />}
    </label>
  );
}
