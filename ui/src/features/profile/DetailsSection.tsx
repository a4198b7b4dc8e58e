/** What the engine knows of the user beside what was sent. */

import type { ReactNode } from "react";
import type { ProfileView } from "../../api/generated/admin";
import { CopyButton } from "../../components/CopyButton";
import { counted } from "../../components/numbers";
import { Time } from "../../components/Time";
import { ProfileSection } from "./ProfileSection";

export function DetailsSection({ profile }: { profile: ProfileView }) {
  const environment = profile.environment === "development" ? "Development" : "Production";
  const device = profile.workspaces.find((workspace) => workspace.id === profile.workspace)?.device_id ?? null;
  return (
    <ProfileSection title="User details">
      <dl className="facts-grid profile-details">
        <Detail name="MPID" copy={profile.mpid}>
          <span className="id">{profile.mpid}</span>
        </Detail>
        <Detail name="Environment">{environment}</Detail>
        <Detail name="First seen">
          <Time ms={profile.first_seen_ms} form="moment" />
        </Detail>
        <Detail name="Last seen">
          <Time ms={profile.last_seen_ms} form="moment" />
          {profile.last_seen_on !== null && <span className="t3"> {profile.last_seen_on}</span>}
        </Detail>
        <Detail name="Opted out">{profile.opted_out ? "Yes" : "No"}</Detail>
        <Detail name="Received">
          <span className="tabular">
            {counted(profile.events, "event")} in {counted(profile.batches, "batch", "batches")}
          </span>
        </Detail>
        {device !== null && (
          <Detail name="Last device" copy={device}>
            <span className="id">{device}</span>
          </Detail>
        )}
      </dl>
    </ProfileSection>
  );
}

function Detail({ name, copy, children }: { name: string; copy?: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span className="trunc">{children}</span>
        {copy !== undefined && <CopyButton text={copy} what={name} />}
      </dd>
    </>
  );
}
