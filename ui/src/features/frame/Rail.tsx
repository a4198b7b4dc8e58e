/** The way to the screens, and at its foot how the engine is. */

import { Link } from "@tanstack/react-router";
import { type LucideIcon, Settings, Upload, Users } from "lucide-react";
import { useCommand } from "../../api/queries";
import { percentText } from "../../components/numbers";
import { Tooltip } from "../../components/Tooltip";
import { EngineState } from "./EngineState";

interface Entry {
  to: "/users" | "/imports" | "/settings";
  icon: LucideIcon;
  words: string;
  keys: readonly string[];
}

const ENTRIES: readonly Entry[] = [
  { to: "/users", icon: Users, words: "Users", keys: ["g", "u"] },
  { to: "/imports", icon: Upload, words: "Imports", keys: ["g", "i"] },
  { to: "/settings", icon: Settings, words: "Settings", keys: ["g", "s"] },
];

export function Rail({ folded }: { folded: boolean }) {
  const { data: status } = useCommand("engine_status", {}, { every: 5000 });
  const counts: Partial<Record<Entry["to"], string>> = {};
  if (status && status.import_percent !== null) counts["/imports"] = percentText(status.import_percent);
  return (
    <nav className="rail" aria-label="Main">
      {ENTRIES.map(({ to, icon: Icon, words, keys }) => (
        <Tooltip key={to} text={words} keys={keys} side="right">
          <Link to={to} className="rail-entry" activeOptions={{ includeSearch: false }}>
            <Icon size={16} aria-hidden />
            <span className={folded ? "spoken" : "trunc"}>{words}</span>
            {counts[to] !== undefined && <span className="rail-count">{counts[to]}</span>}
          </Link>
        </Tooltip>
      ))}
      <EngineState folded={folded} />
    </nav>
  );
}
