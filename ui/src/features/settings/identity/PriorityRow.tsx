/** One type of identity in the order: its grip, its three traits, and the cross that takes it out. */

import { GripVertical, Lock, X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import type { ScopeSettings } from "../../../api/generated/admin";
import { Chip } from "../../../components/Chip";
import { IconButton } from "../../../components/IconButton";
import { has, type Trait } from "./scopeDraft";
import { TraitSwitch } from "./TraitSwitch";

export interface PriorityRowProps {
  type: string;
  label: string;
  /** From 0. */
  place: number;
  count: number;
  settings: ScopeSettings;
  saved: ScopeSettings;
  /** The column of the cursor, when it is in this row. */
  column: number | undefined;
  grip: ComponentProps<"button">;
  /** How far the row was dragged, px. */
  lifted: number | undefined;
  dropHere: "before" | "after" | undefined;
  onFocus: (column: number) => void;
  onToggle: (trait: Trait) => void;
  onRemove: () => void;
}

const TRAITS = [
  { trait: "unique", says: "unique" },
  { trait: "login", says: "a log-in identity" },
  { trait: "immutable", says: "immutable" },
] as const;

/** The cells have the focus, what is inside of them. */
const rowRole = { role: "row" } as const;
const cellRole = { role: "gridcell" } as const;

export function PriorityRow(props: PriorityRowProps) {
  const { type, label, place, count, settings, saved, column, lifted, dropHere, onFocus } = props;
  const cell = (index: number) => ({
    tabIndex: column === index ? 0 : -1,
    "data-cell": `${place}-${index}`,
    onFocus: () => onFocus(index),
  });
  const changed =
    !saved.priority.includes(type) ||
    TRAITS.some(({ trait }) => has(settings, trait, type) !== has(saved, trait, type));
  const fixed = settings.immutable === type && place === 0;
  const Grip = fixed ? Lock : GripVertical;
  return (
    <div
      {...rowRole}
      data-row
      className="cols-row compact identity-row"
      data-lifted={lifted === undefined ? undefined : ""}
      data-drop={dropHere}
      style={lifted === undefined ? undefined : { translate: `0 ${lifted}px` }}
    >
      <Cell>
        <button
          type="button"
          className="identity-grip"
          aria-label={`${label}, ${place + 1} of ${count}`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          {...cell(0)}
          {...props.grip}
        >
          <Grip size={14} aria-hidden />
          <span className="num t3">{place + 1}</span>
          <span className="medium trunc">{label}</span>
          {changed && <Chip tone="info">changed</Chip>}
        </button>
      </Cell>
      {TRAITS.map(({ trait, says }, index) => (
        <Cell key={trait}>
          <TraitSwitch
            round={trait === "immutable"}
            on={has(settings, trait, type)}
            label={`${label} is ${says}`}
            onPress={() => props.onToggle(trait)}
            {...cell(index + 1)}
          />
        </Cell>
      ))}
      <Cell>
        <IconButton small icon={X} label={`Look up by ${label} no more`} onClick={props.onRemove} {...cell(4)} />
      </Cell>
    </div>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return (
    <div {...cellRole} className="identity-cell">
      {children}
    </div>
  );
}
