/** The frame of a profile: header, tabs, and the tab that the address names. */

import { Outlet } from "@tanstack/react-router";

export function ProfilePage() {
  return <Outlet />;
}
