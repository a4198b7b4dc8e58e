/** The frame of the settings: their list at the left, one of them at the right. */

import { Link, Outlet } from "@tanstack/react-router";
import { useWorkspace } from "../../operator/workspace";
import "./settings.css";

const ENTRIES = [
  { to: "/settings/storage", words: "Where the data is" },
  { to: "/settings/workspaces", words: "Workspaces" },
  { to: "/settings/appearance", words: "Appearance" },
] as const;

export function SettingsPage() {
  const { workspaces } = useWorkspace();
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label="Settings">
        {ENTRIES.map(({ to, words }) => (
          <Link key={to} to={to}>
            {words}
            {to === "/settings/workspaces" && workspaces.length > 0 && (
              <span className="rail-count">{workspaces.length}</span>
            )}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
