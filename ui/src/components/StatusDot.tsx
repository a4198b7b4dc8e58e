/** The dot before a status word. Never alone: the word says the same. */

import "./Known.css";

export function StatusDot({ tone }: { tone: "pos" | "warn" | "neg" | "info" | "accent" | "neutral" }) {
  return <span className={`status-dot status-dot-${tone}`} aria-hidden />;
}
