/** Where the user was seen: every workspace, and below the one that is open the inputs that saw the user. */

import type { WorkspaceUsageView } from "../../api/generated/admin";
import { counted, countText } from "../../components/numbers";
import { Time } from "../../components/Time";
import { NothingYet, ProfileSection } from "./ProfileSection";
import type { JsonPart } from "./profileAddress";

export interface UsageSectionProps {
  workspaces: readonly WorkspaceUsageView[];
  /** The one whose attributes and devices are shown. */
  open: number;
  onJson: (part: JsonPart) => void;
}

export function UsageSection({ workspaces, open, onJson }: UsageSectionProps) {
  return (
    <ProfileSection title="Workspace usage" count={countText(workspaces.length)} part="workspaces" onJson={onJson}>
      {workspaces.length === 0 ? (
        <NothingYet>No batch of this user has come yet.</NothingYet>
      ) : (
        <table className="profile-table usage" aria-label="Workspace usage">
          <thead>
            <tr className="cols-head">
              <th scope="col">Workspace and inputs</th>
              <th scope="col" className="num">
                First seen
              </th>
              <th scope="col" className="num">
                Last seen
              </th>
            </tr>
          </thead>
          <tbody>
            {workspaces.map((workspace) => (
              <Usage key={workspace.id} workspace={workspace} whole={workspace.id === open} />
            ))}
          </tbody>
        </table>
      )}
    </ProfileSection>
  );
}

function Usage({ workspace, whole }: { workspace: WorkspaceUsageView; whole: boolean }) {
  const inputs = workspace.inputs.map((input) => input.name).join(", ");
  return (
    <>
      <tr className="cols-row compact">
        <td>
          {workspace.name} {!whole && <span className="t3">{inputs}</span>}
        </td>
        <Seen first={workspace.first_seen_ms} last={workspace.last_seen_ms} />
      </tr>
      {whole &&
        workspace.inputs.map((input) => (
          <tr key={input.name} className="cols-row compact usage-input">
            <td className="t2">
              {input.name} <span className="t3">{counted(input.batches, "batch", "batches")}</span>
            </td>
            <Seen first={input.first_seen_ms} last={input.last_seen_ms} />
          </tr>
        ))}
    </>
  );
}

function Seen({ first, last }: { first: number; last: number }) {
  return (
    <>
      <td className="num t3">
        <Time ms={first} form="day" />
      </td>
      <td className="num t2">
        <Time ms={last} />
      </td>
    </>
  );
}
