/** Ticked or not, with its words beside it. */

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import "./Checkbox.css";

export interface CheckboxProps {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}

export function Checkbox({ on, onChange, children }: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside.
    <label className="checkbox-line">
      <Base.Root className="checkbox" checked={on} onCheckedChange={(next) => onChange(next)}>
        <Base.Indicator className="checkbox-tick">
          <Check size={10} aria-hidden />
        </Base.Indicator>
      </Base.Root>
      <span>{children}</span>
    </label>
  );
}
