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
        The profile <span className="id">{mpid}</span> was here when you opened it. It has been removed since, with its
        identities and events.
      </Missing>
    );
  }
  if (workspace !== null) {
    const elsewhere = (
      <ButtonLink kind="primary" to="/users/$mpid" params={{ mpid }}>
        Show the workspace seen last
      </ButtonLink>
    );
    return (
      <Missing title="Not seen in this workspace" actions={[elsewhere, search]}>
        User <span className="id">{mpid}</span> has no data in workspace {workspace}, or does not exist at all.
      </Missing>
    );
  }
  return (
    <Missing title="No such user" actions={search}>
      Nobody has the MPID <span className="id">{mpid}</span>. It may have been erased, or the link may have lost a
      digit.
    </Missing>
  );
}

interface MissingProps {
  title: string;
  actions: ReactNode;
  children: ReactNode;
}

function Missing({ title, actions, children }: MissingProps) {
  return (
    <div className="screen">
      <h1 className="spoken">{title}</h1>
      <div className="profile-missing">
        <Empty icon={UserRoundX} title={title} actions={actions}>
          {children}
        </Empty>
      </div>
    </div>
  );
}
