/** The only place where a secret stands: shown once, copied, and gone when the operator says so. */

import { Check, KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { CopyButton } from "./CopyButton";
import "./OnceBox.css";

export interface OnceBoxProps {
  title: string;
  children: ReactNode;
  /** The public part and the secret one, each with what it is called. */
  parts: readonly { name: string; value: string }[];
  onKept: () => void;
}

export function OnceBox({ title, children, parts, onKept }: OnceBoxProps) {
  const all = parts.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return (
    <section className="once" aria-label={title}>
      <div className="once-head">
        <KeyRound size={14} aria-hidden />
        <h2>{title}</h2>
      </div>
      <p>{children}</p>
      <dl>
        {parts.map(({ name, value }) => (
          <div key={name} className="once-part">
            <dt>{name}</dt>
            <dd>
              <span className="mono">{value}</span>
              <CopyButton text={value} what={name.toLowerCase()} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="once-acts">
        <CopyButton worded text={all} what="both" />
        <span className="spring" />
        <Button icon={Check} onClick={onKept}>
          I have kept it
        </Button>
      </div>
    </section>
  );
}
