/** The tabs of a profile, and at their right what belongs to the open one. */

import type { ReactNode } from "react";
import { Tab, TabBar } from "../../components/TabBar";
import { useProfile } from "./profileContext";

export function ProfileTabs({ open, children }: { open: "information" | "activity"; children?: ReactNode }) {
  const { profile } = useProfile();
  const params = { mpid: profile.mpid };
  return (
    <div className="profile-tabs">
      <TabBar label="Parts of the profile">
        <Tab to="/users/$mpid" params={params} active={open === "information"}>
          Information
        </Tab>
        <Tab to="/users/$mpid/activity" params={params} active={open === "activity"} count={profile.events}>
          Activity
        </Tab>
      </TabBar>
      {children && <div className="profile-tools">{children}</div>}
    </div>
  );
}
