/** The frame of the settings: their list at the left. */

import { Outlet } from "@tanstack/react-router";

export function SettingsPage() {
  return <Outlet />;
}
