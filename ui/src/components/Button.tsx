/** Something to press. `primary` at most once a screen. */

import { createLink } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Kbd } from "./Kbd";
import { Spinner } from "./Spinner";
import "./Button.css";

interface Look {
  kind?: "plain" | "primary" | "ghost" | "danger" | undefined;
  icon?: LucideIcon | undefined;
  /** The key that does the same, shown on the button: `["mod", "s"]`. */
  keys?: readonly string[] | undefined;
}

export interface ButtonProps extends ComponentProps<"button">, Look {
  /** Under way: a spinner stands where the icon was, and it cannot be pressed. */
  busy?: boolean | undefined;
}

function inside({ icon: Icon, keys }: Look, children: ReactNode, busy = false) {
  return (
    <>
      {busy ? <Spinner /> : Icon && <Icon size={14} aria-hidden />}
      {children}
      {keys && <Kbd keys={keys} />}
    </>
  );
}

export function Button({ kind = "plain", icon, keys, busy, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${kind} ${className ?? ""}`}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {inside({ icon, keys }, children, busy)}
    </button>
  );
}

function Anchor({ kind = "plain", icon, keys, className, children, ...rest }: ComponentProps<"a"> & Look) {
  return (
    <a className={`button button-${kind} ${className ?? ""}`} {...rest}>
      {inside({ icon, keys }, children)}
    </a>
  );
}

/** A link to another screen that looks like a button: takes `to`, `params`, `search`. */
export const ButtonLink = createLink(Anchor);
