/** On or off in a cell of a grid, whose name the column and the row give. Round where one of many can be on. */

import type { ComponentProps } from "react";
import "../../../components/Switch.css";

export interface TraitSwitchProps extends Omit<ComponentProps<"button">, "children" | "onClick"> {
  on: boolean;
  label: string;
  round: boolean;
  onPress: () => void;
}

export function TraitSwitch({ on, label, round, onPress, ...rest }: TraitSwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      className="identity-trait"
      onClick={onPress}
      {...rest}
    >
      {round ? (
        <span className="identity-dot" data-checked={on ? "" : undefined} />
      ) : (
        <span className="switch" data-checked={on ? "" : undefined}>
          <span className="switch-thumb" />
        </span>
      )}
    </button>
  );
}
