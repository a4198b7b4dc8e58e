/** A line with a tint: something to know about what stands below. */

import { CircleAlert, CircleCheck, History, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import "./Notice.css";

const ICONS = { info: Info, warn: TriangleAlert, neg: CircleAlert, pos: CircleCheck, past: History } as const;

export function Notice({
  tone = "info",
  children,
  action,
}: {
  tone?: keyof typeof ICONS;
  children: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice-${tone}`}>
      <Icon size={14} aria-hidden />
      <div className="notice-words">{children}</div>
      {action}
    </div>
  );
}
