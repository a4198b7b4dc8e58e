/** One page of the settings: its name as a path, its content, its foot. */

import type { ReactNode } from "react";
import { type BarKey, KeyBar } from "../../components/KeyBar";
import { useTitle } from "../../components/title";

export interface SettingsScreenProps {
  name: string;
  actions?: ReactNode;
  children: ReactNode;
  keys?: readonly BarKey[];
  /** At the right of the key bar. */
  sum?: ReactNode;
}

const KEYS: readonly BarKey[] = [
  { keys: ["g", "s"], does: "settings" },
  { keys: ["mod", "k"], does: "anything else" },
  { keys: ["?"], does: "keys" },
];

export function SettingsScreen({ name, actions, children, keys = [], sum }: SettingsScreenProps) {
  useTitle(`${name} – Settings`);
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>
          <span className="settings-path">Settings / </span>
          {name}
        </h1>
        <span className="spring" />
        {actions}
      </header>
      <div className="screen-body">{children}</div>
      <KeyBar keys={[...keys, ...KEYS]}>{sum}</KeyBar>
    </div>
  );
}

export function SettingsSection({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="settings-section">
      <div className="section-head">
        <h2>{title}</h2>
        {note !== undefined && <span className="section-count">{note}</span>}
      </div>
      {children}
    </section>
  );
}
