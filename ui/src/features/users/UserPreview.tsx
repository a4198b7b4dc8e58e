/** Who is at the cursor, without opening: names, identities, the last events. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Activity, History, Pin, PinOff } from "lucide-react";
import type {
  ActivityFilter,
  IdentityView,
  ProfileView,
  SearchHitView,
  TimelineEventView,
} from "../../api/generated/admin";
import { commandQuery } from "../../api/queries";
import { Button, ButtonLink } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { CopyButton } from "../../components/CopyButton";
import { ErrorState } from "../../components/ErrorState";
import { IconButton } from "../../components/IconButton";
import { Known } from "../../components/Known";
import { MatchMark } from "../../components/MatchMark";
import { money } from "../../components/money";
import { shortId } from "../../components/shortId";
import { Time } from "../../components/Time";
import { pinned, togglePin } from "../../operator/lookups";
import { useWorkspace } from "../../operator/workspace";
import { deviceTitle } from "../profile/deviceWords";

const EVENTS = 4;
const IDENTITIES_MAX = 8;

const everything: ActivityFilter = {
  from_ms: null,
  to_ms: null,
  inputs: [],
  categories: [],
  names: [],
  devices: [],
  workspace: null,
};

export interface UserPreviewProps {
  hit: SearchHitView;
  /** Marked where it matches. */
  query: string;
  onOpen: () => void;
}

export function UserPreview({ hit, query, onOpen }: UserPreviewProps) {
  const { mpid } = hit;
  const { workspace } = useWorkspace();
  // The former user's facts stay until the next are there: while the cursor runs down, nothing flickers.
  const profile = useQuery({
    ...commandQuery("profile_get", { mpid, workspace: workspace?.id ?? null }),
    placeholderData: keepPreviousData,
    enabled: workspace !== undefined,
  });
  if (profile.isError) return <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />;
  const { data } = profile;
  return (
    <div className="users-preview">
      <PreviewHead hit={hit} />
      {/* Room for what comes, so that the buttons stay where they are. */}
      {!data && <div className="users-preview-coming" />}
      {data && (
        <div className={data.mpid === mpid ? "" : "stale"}>
          <Identities profile={data} query={query} />
          <LastEvents mpid={data.mpid} />
        </div>
      )}
      <div className="line-up users-preview-acts">
        <Button kind="primary" keys={["enter"]} onClick={onOpen}>
          Open profile
        </Button>
        <ButtonLink icon={Activity} to="/users/$mpid/activity" params={{ mpid }}>
          Activity
        </ButtonLink>
      </div>
    </div>
  );
}

function PreviewHead({ hit }: { hit: SearchHitView }) {
  const isPinned = pinned.use().includes(hit.mpid);
  return (
    <>
      <div className="line-up">
        <Known known={hit.known} />
        <h2 className={hit.name === null ? "users-preview-name t3 trunc" : "users-preview-name trunc"}>
          {hit.name ?? "Anonymous"}
        </h2>
        <span className="spring" />
        <IconButton
          icon={isPinned ? PinOff : Pin}
          label={isPinned ? "Unpin" : "Pin"}
          keys={["p"]}
          aria-pressed={isPinned}
          onClick={() => togglePin(hit.mpid)}
        />
      </div>
      <div className="users-preview-id">
        <span className="id">{hit.mpid}</span>
        <CopyButton text={hit.mpid} what="MPID" />
      </div>
    </>
  );
}

function Identities({ profile, query }: { profile: ProfileView; query: string }) {
  const shown = profile.identities.slice(0, IDENTITIES_MAX);
  const more = profile.identities.length - shown.length;
  const devices = [...new Set(profile.devices.map((device) => deviceTitle(device).name))].join(", ");
  // The type is said once for all of its values.
  const labels = [...new Set(shown.map((identity) => identity.label))];
  const byKind = labels.flatMap((label) => shown.filter((identity) => identity.label === label));
  return (
    <dl className="facts-grid users-preview-facts">
      {byKind.map((identity, index) => (
        <IdentityLine
          key={`${identity.kind} ${identity.value} ${identity.since_ms}`}
          identity={identity}
          label={byKind[index - 1]?.label === identity.label ? "" : identity.label}
          query={query}
        />
      ))}
      {more > 0 && (
        <>
          <dt />
          <dd className="t3">and {more} more</dd>
        </>
      )}
      {devices !== "" && (
        <>
          <dt className="wide">Devices</dt>
          <dd className="wide" title={devices}>
            {devices}
          </dd>
        </>
      )}
      <dt>First seen</dt>
      <dd>
        <Time ms={profile.first_seen_ms} form="day" />
      </dd>
      <dt>Last seen</dt>
      <dd>
        <Time ms={profile.last_seen_ms} />
        {profile.last_seen_on !== null && <span className="t3"> on {profile.last_seen_on}</span>}
      </dd>
    </dl>
  );
}

function IdentityLine({ identity, label, query }: { identity: IdentityView; label: string; query: string }) {
  const short = shortId(identity.value);
  // What matches must be seen, even in a long id.
  const matches = identity.value.toLowerCase().includes(query.toLowerCase());
  return (
    <>
      <dt className="trunc">{label}</dt>
      <dd className={identity.former ? "users-preview-former" : "trunc"} title={identity.value}>
        <span className="trunc">
          <MatchMark text={matches ? identity.value : short} query={query} />
        </span>
        {identity.former && (
          <Chip tone="outline" icon={History}>
            former
          </Chip>
        )}
      </dd>
    </>
  );
}

function LastEvents({ mpid }: { mpid: string }) {
  const { data } = useQuery(
    commandQuery("activity_page", { mpid, filter: everything, oldest_first: false, cursor: null, limit: EVENTS }),
  );
  if (!data || data.events.length === 0) return null;
  return (
    <>
      <h3 className="users-sub">Last events</h3>
      <ul className="users-events">
        {data.events.map((event) => (
          <li key={`${event.seq}-${event.index}`}>
            <i data-category={event.category} />
            <span className="trunc">
              {event.name} <span className="t3">{eventDetail(event)}</span>
            </span>
            <Time ms={event.time_ms} form="short" />
          </li>
        ))}
      </ul>
    </>
  );
}

function eventDetail(event: TimelineEventView): string {
  return event.amount === null ? event.detail : `${money(event.amount, event.currency)} ${event.detail}`.trim();
}
