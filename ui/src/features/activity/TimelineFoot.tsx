/** What stands under the last row: more to come, a failure, or the beginning of the history. */

import type { TimelineEventView } from "../../api/generated/admin";
import { Button } from "../../components/Button";
import { shortDay } from "../../components/clock";
import { useNow } from "../../components/now";
import { Spinner } from "../../components/Spinner";
import type { useTimeline } from "./useTimeline";

export interface TimelineFootProps {
  pages: ReturnType<typeof useTimeline>["pages"];
  events: readonly TimelineEventView[];
  oldest: boolean;
}

export function TimelineFoot({ pages, events, oldest }: TimelineFootProps) {
  const now = useNow();
  const last = events[events.length - 1];
  if (pages.isFetchNextPageError) {
    return (
      <div className="timeline-foot" role="alert">
        More events could not be read
        <Button onClick={() => pages.fetchNextPage()}>Try again</Button>
      </div>
    );
  }
  if (pages.hasNextPage) {
    return (
      <div className="timeline-foot">
        <Spinner /> Reading {oldest ? "later" : "earlier"} events
      </div>
    );
  }
  if (!last) return <div className="timeline-foot">No event matches</div>;
  return (
    <div className="timeline-foot">
      {oldest ? "The newest event" : "The first event"}, {shortDay(last.ordered_ms, now)}
    </div>
  );
}
