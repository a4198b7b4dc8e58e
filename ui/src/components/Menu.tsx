/** A list of acts or of choices under a button. */

import { Menu as Base } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./Kbd";
import "./floating.css";

export interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
}

export function Menu({ trigger, children, align = "start" }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="menu-place" align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup className="menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  onSelect: () => void;
  icon?: LucideIcon | undefined;
  /** What stands at the right: a count, a date. */
  hint?: ReactNode;
  keys?: readonly string[] | undefined;
  disabled?: boolean | undefined;
}

export function MenuItem({ children, onSelect, icon: Icon, hint, keys, disabled }: MenuItemProps) {
  return (
    <Base.Item className="menu-item" onClick={onSelect} disabled={disabled ?? false}>
      {Icon && <Icon size={14} aria-hidden />}
      <span className="menu-item-words">{children}</span>
      {hint !== undefined && <span className="menu-item-hint">{hint}</span>}
      {keys && <Kbd keys={keys} />}
    </Base.Item>
  );
}

export interface MenuChoiceProps<T extends string | number> {
  label: string;
  value: T;
  options: readonly { value: T; words: ReactNode; hint?: ReactNode }[];
  onChoose: (value: T) => void;
}

/** One of several, the chosen one ticked. */
export function MenuChoice<T extends string | number>({ label, value, options, onChoose }: MenuChoiceProps<T>) {
  return (
    <Base.RadioGroup aria-label={label} value={value} onValueChange={(next: T) => onChoose(next)}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} className="menu-item" value={option.value} closeOnClick>
          <span className="menu-item-words">{option.words}</span>
          {option.hint !== undefined && <span className="menu-item-hint">{option.hint}</span>}
          <Base.RadioItemIndicator>
            <Check size={14} aria-hidden />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <div className="menu-title">{children}</div>;
}

export function MenuLine() {
  return <Base.Separator className="menu-line" />;
}
