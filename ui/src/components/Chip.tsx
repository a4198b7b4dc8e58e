/** A word with a tint (a state) or an outline (a label). Not to be pressed. */

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import "./Chip.css";

export type Tone = "neutral" | "outline" | "pos" | "neg" | "warn" | "info" | "past" | "accent";

export function Chip({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon | undefined;
  children: ReactNode;
}) {
  return (
    <span className={`chip chip-${tone}`}>
      {Icon && <Icon size={12} aria-hidden />}
      {children}
    </span>
  );
}
