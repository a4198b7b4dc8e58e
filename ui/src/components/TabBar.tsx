/** Tabs that are addresses. `<TabBar label><Tab to=… active count>Activity</Tab></TabBar>` */

import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import { countText } from "./numbers";
import "./TabBar.css";

export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="tab-bar" aria-label={label}>
      {children}
    </nav>
  );
}

interface AnchorProps extends ComponentProps<"a"> {
  active: boolean;
  count?: number | undefined;
}

function Anchor({ active, count, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className="tab" aria-current={active ? "page" : undefined}>
      {children}
      {count !== undefined && <span className="tab-count">{countText(count)}</span>}
    </a>
  );
}

export const Tab = createLink(Anchor);
