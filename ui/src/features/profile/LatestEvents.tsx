/** The newest events in short, live; all of them stand in the Activity tab. */

import { Link } from "@tanstack/react-router";
import type { TimelineEventView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { clock, DAY_MS, localDay, shortDay, utc } from "../../components/clock";
import { ErrorState } from "../../components/ErrorState";
import { money } from "../../components/money";
import { useNow } from "../../components/now";
import { SkeletonRows } from "../../components/SkeletonRows";
import { filterOf } from "../activity/address";
import { GlyphPicture } from "../activity/GlyphPicture";
import { eventKey } from "../activity/timelineRows";
import { NothingYet, ProfileSection } from "./ProfileSection";

const LATEST = 10;

export function LatestEvents({ mpid }: { mpid: string }) {
  const page = useCommand("activity_page", {
    mpid,
    filter: filterOf({}),
    oldest_first: false,
    cursor: null,
    limit: LATEST,
  });
  const all = (
    <Link to="/users/$mpid/activity" params={{ mpid }} className="s12">
      All activity
    </Link>
  );
  return (
    <ProfileSection title="Latest events" tools={all}>
      {page.data ? (
        page.data.events.length === 0 ? (
          <NothingYet>No event has been received yet.</NothingYet>
        ) : (
          <ul className="profile-table latest">
            {page.data.events.map((event) => (
              <LatestEvent key={eventKey(event)} mpid={mpid} event={event} />
            ))}
          </ul>
        )
      ) : page.error ? (
        <ErrorState error={page.error} title="The events could not be read" onRetry={() => page.refetch()} />
      ) : (
        <SkeletonRows says="Reading the newest events" height={28} rows={5} bars={[4, 24, 40, 14]} />
      )}
    </ProfileSection>
  );
}

function LatestEvent({ mpid, event }: { mpid: string; event: TimelineEventView }) {
  const now = useNow();
  const near = localDay(event.ordered_ms) === localDay(now) || now - event.ordered_ms < DAY_MS / 4;
  const amount = event.amount === null ? "" : money(event.amount, event.currency);
  const detail = [event.detail, amount].filter((part) => part !== "").join(", ");
  return (
    <li>
      <Link
        to="/users/$mpid/activity"
        params={{ mpid }}
        search={{ event: eventKey(event) }}
        className="cols-row compact"
        data-row
      >
        <GlyphPicture event={event} bare />
        <span>{event.name}</span>
        <span className="t3">{detail}</span>
        <time className="num t3" title={utc(event.ordered_ms)}>
          {near ? clock(event.ordered_ms) : shortDay(event.ordered_ms, now)}
        </time>
      </Link>
    </li>
  );
}
