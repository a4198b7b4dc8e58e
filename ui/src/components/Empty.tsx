/** Nothing here yet: what it would be, and one or two ways to it. */

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import "./Empty.css";

export interface EmptyProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export function Empty({ icon: Icon, title, children, actions }: EmptyProps) {
  return (
    <div className="empty">
      <Icon size={22} aria-hidden />
      <h2>{title}</h2>
      {children && <div className="empty-words">{children}</div>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
