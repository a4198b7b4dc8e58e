/** There is no such user: never was, not in this workspace, or not any more. */

import { UserRoundX } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../../components/Button";
import { Empty } from "../../components/Empty";

export interface ProfileMissingProps {
  mpid: string;
  workspace: number | null;
  /** Whether the profile was on the screen a moment ago. */
  wasHere: boolean;
}

export function ProfileMissing({ mpid, workspace, wasHere }: ProfileMissingProps) {
  const search = <ButtonLink to="/users">Search users</ButtonLink>;
  if (wasHere) {
    return (
      <Missing title="This user has been erased" actions={search}>
        The profile was here when you opened it. It has been removed since, with its identities and events.
      </Missing>
    );
  }
  if (workspace === null) {
    return (
      <Missing title="No such user" actions={search}>
        Nobody has this MPID. The user may have been erased, or the link may have lost a digit.
      </Missing>
    );
  }
  const actions = (
    <>
      <ButtonLink kind="primary" to="/users/$mpid" params={{ mpid }}>
        Show the workspace seen last
      </ButtonLink>
      {search}
    </>
  );
  return (
    <Missing title="Not seen in this workspace" actions={actions}>
      The user has no data in workspace {workspace}, or does not exist at all.
    </Missing>
  );
}

function Missing({ title, actions, children }: { title: string; actions: ReactNode; children: ReactNode }) {
  return (
    <Empty icon={UserRoundX} title={title} actions={actions}>
      {children}
    </Empty>
  );
}
