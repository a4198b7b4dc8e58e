/** Who this is: the best name, known or not, the MPID, and what can be done with the profile as a whole. */

import { Link } from "@tanstack/react-router";
import { BadgeCheck, Braces, Link as LinkIcon } from "lucide-react";
import type { ProfileView } from "../../api/generated/admin";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { CopyButton } from "../../components/CopyButton";
import { copyText } from "../../components/copyText";
import { toast } from "../../components/toasts";

export interface ProfileHeaderProps {
  profile: ProfileView;
  onJson: () => void;
}

async function copyLink(): Promise<void> {
  const copied = await copyText(window.location.href);
  toast(copied ? { title: "Link copied" } : { title: "The link could not be copied", kind: "error" });
}

export function ProfileHeader({ profile, onJson }: ProfileHeaderProps) {
  return (
    <header className="profile-head">
      <nav aria-label="Where this is" className="profile-crumb">
        <Link to="/users" className="t3">
          Users
        </Link>
        <span className="t3" aria-hidden>
          /
        </span>
      </nav>
      <h1 className="trunc" data-nameless={profile.name === null || undefined}>
        {profile.name ?? "Anonymous user"}
      </h1>
      {profile.known ? (
        <Chip tone="pos" icon={BadgeCheck}>
          Known
        </Chip>
      ) : (
        <Chip tone="outline">Anonymous</Chip>
      )}
      {profile.environment === "development" && <Chip tone="info">Development</Chip>}
      {profile.opted_out && <Chip tone="warn">Opted out</Chip>}
      <span className="profile-mpid">
        <span className="id">{profile.mpid}</span>
        <CopyButton text={profile.mpid} what="MPID" />
      </span>
      <span className="spring" />
      <Button icon={LinkIcon} onClick={copyLink}>
        Copy link
      </Button>
      <Button icon={Braces} onClick={onJson}>
        Export JSON
      </Button>
    </header>
  );
}
