/** The last 28 px of a screen: its five or six keys, and at the right what is seen in numbers. */

import type { ReactNode } from "react";
import { Kbd } from "./Kbd";
import "./KeyBar.css";

export interface BarKey {
  keys: readonly string[];
  does: string;
}

export function KeyBar({ keys, children }: { keys: readonly BarKey[]; children?: ReactNode }) {
  return (
    <footer className="key-bar">
      {keys.map((entry) => (
        <span key={entry.does} className="key-bar-entry">
          <Kbd keys={entry.keys} />
          {entry.does}
        </span>
      ))}
      <span className="spring" />
      {children && <span className="key-bar-sum">{children}</span>}
    </footer>
  );
}
