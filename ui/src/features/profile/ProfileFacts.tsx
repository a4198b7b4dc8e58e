/** The facts of the header in one line. */

import { ChevronDown, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { ProfileView } from "../../api/generated/admin";
import { clock, shortDay, utc } from "../../components/clock";
import { Menu, MenuChoice } from "../../components/Menu";
import { relative } from "../../components/moments";
import { useNow } from "../../components/now";
import { StatusDot } from "../../components/StatusDot";
import { adTracking } from "./adTracking";
import { age } from "./ages";

/** Seen this lately is as good as here. */
const HERE_MS = 5 * 60_000;

export interface ProfileFactsProps {
  profile: ProfileView;
  onWorkspace: (id: number) => void;
}

export function ProfileFacts({ profile, onWorkspace }: ProfileFactsProps) {
  const now = useNow();
  const { first_seen_ms: first, last_seen_ms: last } = profile;
  const tracking = adTracking(profile);
  const old = age(first, now);
  const here = now - last < HERE_MS;
  return (
    <dl className="profile-facts">
      <Fact name="First seen">
        <time title={utc(first)}>
          {shortDay(first, now)}, {clock(first).slice(0, 5)}
        </time>
        {old !== null && <span className="t3">{old} ago</span>}
      </Fact>
      <Fact name="Last seen">
        {here && <StatusDot tone="pos" />}
        <time title={utc(last)}>{relative(last, now)}</time>
        {profile.last_seen_on !== null && <span className="t3">{profile.last_seen_on}</span>}
      </Fact>
      <Fact name="Opted out">
        {profile.opted_out && <TriangleAlert size={12} aria-hidden />}
        {profile.opted_out ? "Yes, of all collection" : "No"}
      </Fact>
      <Fact name="Ad tracking">
        {tracking.warn && <TriangleAlert size={12} aria-hidden />}
        {tracking.text}
      </Fact>
      {profile.workspaces.length > 0 && (
        <Fact name="Workspace">
          <WorkspacePicker profile={profile} onWorkspace={onWorkspace} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Attributes, consent and devices are of one workspace; here it is chosen. */
function WorkspacePicker({ profile, onWorkspace }: ProfileFactsProps) {
  const now = useNow();
  const { workspaces } = profile;
  const current = workspaces.find((workspace) => workspace.id === profile.workspace);
  const name = current?.name ?? `Workspace ${profile.workspace}`;
  if (workspaces.length < 2) return <span>{name}</span>;
  const trigger = (
    <button type="button" className="workspace-picker" aria-label={`Workspace: ${name}, ${workspaces.length} in all`}>
      {name} <span className="t3">of {workspaces.length}</span>
      <ChevronDown size={12} aria-hidden className="t3" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuChoice
        label="Workspace"
        value={profile.workspace}
        options={workspaces.map((workspace) => ({
          value: workspace.id,
          words: workspace.name,
          hint: relative(workspace.last_seen_ms, now),
        }))}
        onChoose={onWorkspace}
      />
    </Menu>
  );
}
