/** One page of the settings: its name as a path, its content, its foot. */

import { Link, type LinkProps } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { type BarKey, KeyBar } from "../../components/KeyBar";
import { useTitle } from "../../components/title";

export interface SettingsScreenProps {
  name: string;
  /** The pages between Settings and this one. */
  path?: readonly { to: NonNullable<LinkProps["to"]>; words: string }[];
  /** Before the name, and right after it. */
  lead?: ReactNode;
  after?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  keys?: readonly BarKey[];
  /** At the right of the key bar. */
  sum?: ReactNode;
  /** The content fills the page and scrolls by itself. */
  whole?: boolean;
}

const KEYS: readonly BarKey[] = [
  { keys: ["g", "s"], does: "settings" },
  { keys: ["mod", "k"], does: "anything else" },
  { keys: ["?"], does: "keys" },
];

export function SettingsScreen(props: SettingsScreenProps) {
  const { name, path = [], lead, after, actions, children, keys = [], sum, whole } = props;
  useTitle([name, ...path.map(({ words }) => words).toReversed(), "Settings"].join(" – "));
  return (
    <div className="screen">
      <header className="screen-head">
        {lead}
        <h1 className="trunc">
          <span className="settings-path">
            Settings /{" "}
            {path.map(({ to, words }) => (
              <Fragment key={words}>
                <Link to={to}>{words}</Link> /{" "}
              </Fragment>
            ))}
          </span>
          {name}
        </h1>
        {after}
        <span className="spring" />
        {actions}
      </header>
      {whole ? children : <div className="screen-body">{children}</div>}
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
