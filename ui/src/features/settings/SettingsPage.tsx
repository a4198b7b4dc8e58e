/** The frame of the settings: their list at the left, one of them at the right. */

import { Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCommand } from "../../api/queries";
import { useWorkspace } from "../../operator/workspace";
import "./settings.css";

export function SettingsPage() {
  const { workspaces } = useWorkspace();
  const inputs = useCommand("inputs_list", {}).data?.inputs.length;
  const readers = useCommand("credentials_list", {}).data?.credentials.filter((one) => one.revoked_ms === null).length;
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label="Settings">
        <Link to="/settings/workspaces">
          Workspaces
          <Count of={workspaces.length} />
        </Link>
        <Link to="/settings/identity">Identity</Link>
        <Link to="/settings/inputs">
          Inputs
          <Count of={inputs} />
        </Link>
        <Link to="/settings/readers">
          API readers
          <Count of={readers} />
        </Link>
        <Link to="/reference">API reference</Link>
        <Head>This computer</Head>
        <Link to="/settings/storage">Where the data is</Link>
        <Link to="/settings/appearance">Appearance</Link>
      </nav>
      <Outlet />
    </div>
  );
}

function Head({ children }: { children: ReactNode }) {
  return <span className="settings-nav-head">{children}</span>;
}

function Count({ of }: { of: number | undefined }) {
  return of !== undefined && of > 0 && <span className="rail-count">{of}</span>;
}
