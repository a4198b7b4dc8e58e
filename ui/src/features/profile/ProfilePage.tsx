/** The frame of a profile: who it is, and below it the tab that the address names. */

import { Outlet, useMatchRoute, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import type { ProblemError } from "../../api/problem";
import { useCommand } from "../../api/queries";
import { ErrorState } from "../../components/ErrorState";
import { Notice } from "../../components/Notice";
import { SkeletonRows } from "../../components/SkeletonRows";
import { useShortcuts } from "../../components/shortcuts";
import { useTitle } from "../../components/title";
import { noteLookup } from "../../operator/lookups";
import { AliasLines } from "./AliasLines";
import { ProfileFrame } from "./ProfileFrame";
import { ProfileHeader } from "./ProfileHeader";
import { ProfileJson } from "./ProfileJson";
import { ProfileMissing } from "./ProfileMissing";
import { type JsonPart, profileAddress } from "./profileAddress";
import { ProfileProvider } from "./profileContext";
import "./profile.css";

function isMissing(error: ProblemError | null): boolean {
  return error !== null && (error.problem.status === 404 || error.problem.status === 410);
}

export function ProfilePage() {
  const { mpid } = useParams({ from: "/users/$mpid" });
  const search = useSearch({ strict: false });
  const workspace = typeof search.ws === "number" ? search.ws : null;
  const profile = useCommand("profile_get", { mpid, workspace }, { keep: true });
  const { data, error } = profile;
  // While another user is fetched the former one is no stand-in: only another workspace of the same is.
  const shown = data?.mpid === mpid && !isMissing(error) ? data : undefined;
  useTitle(shown?.name ?? `User ${mpid}`);

  const isShown = shown !== undefined;
  useEffect(() => {
    if (isShown) noteLookup(mpid);
  }, [isShown, mpid]);

  const onInformation = useMatchRoute()({ to: "/users/$mpid", params: { mpid } }) !== false;
  const navigate = useNavigate();
  const [besideActivity, setBesideActivity] = useState<JsonPart>();
  const part = onInformation ? search.json : besideActivity;
  const showJson = (next: JsonPart | undefined) => {
    if (!onInformation) setBesideActivity(next);
    else void navigate({ to: ".", search: profileAddress({ ...search, json: next }), replace: next === undefined });
  };

  useShortcuts("Profile", [
    { keys: "1", does: "Information", run: () => void navigate({ to: "/users/$mpid", params: { mpid } }) },
    { keys: "2", does: "Activity", run: () => void navigate({ to: "/users/$mpid/activity", params: { mpid } }) },
    { keys: "j", does: "Show as JSON", run: () => showJson("profile"), enabled: isShown && onInformation },
  ]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: showing JSON means the same as long as the tab is the same.
  const open = useMemo(() => shown && { profile: shown, showJson }, [shown, onInformation, mpid]);

  if (!open) {
    return (
      <ProfileFrame mpid={mpid}>
        {isMissing(error) ? (
          <ProfileMissing mpid={mpid} workspace={workspace} wasHere={data?.mpid === mpid} />
        ) : error ? (
          <ErrorState
            error={error}
            title="The profile could not be read"
            onRetry={() => profile.refetch()}
            busy={profile.isFetching}
          />
        ) : (
          <SkeletonRows says="Reading the profile" rows={14} height={28} bars={[12, 30, 16, 10]} />
        )}
      </ProfileFrame>
    );
  }
  return (
    <div className="screen">
      <ProfileHeader profile={open.profile} onJson={() => showJson("profile")} />
      <AliasLines profile={open.profile} />
      {error && (
        <div className="profile-notice">
          <Notice tone="warn">The newest state could not be read; this is as of the last answer.</Notice>
        </div>
      )}
      <ProfileProvider value={open}>
        <Outlet />
      </ProfileProvider>
      <ProfileJson profile={open.profile} part={part} onClose={() => showJson(undefined)} />
    </div>
  );
}
