/** On or off, with its words beside it. */

import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import "./Switch.css";

export function Switch({
  on,
  onChange,
  children,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside.
    <label className="switch-line">
      <Base.Root className="switch" checked={on} onCheckedChange={(next) => onChange(next)}>
        <Base.Thumb className="switch-thumb" />
      </Base.Root>
      <span>{children}</span>
    </label>
  );
}
