/** The timeline with what feeds it: pages, live events, and the states of an empty, a waiting and a failing list. */

import { ArrowUp, CalendarX2 } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { ProfileView } from "../../api/generated/admin";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { ErrorState } from "../../components/ErrorState";
import { counted } from "../../components/numbers";
import { SkeletonRows } from "../../components/SkeletonRows";
import { useSettled } from "../../components/useSettled";
import { type ActivityAddress, cleared, filterOf, isFiltered, type Loose } from "./address";
import { Timeline } from "./Timeline";
import { TimelineFoot } from "./TimelineFoot";
import { addressOf, type BatchRow, type EventRow, eventKey, hasProducts, timelineRows } from "./timelineRows";
import { fromEnd, fromStart, type PagePart } from "./timelineWindow";
import { useArrivals } from "./useArrivals";
import { useDeepLink } from "./useDeepLink";
import { useTimeline } from "./useTimeline";

export interface TimelinePanelProps {
  profile: ProfileView;
  address: ActivityAddress;
  onChange: (change: Loose<ActivityAddress>) => void;
  paused: boolean;
  onNameAtCursor: (name: string | undefined) => void;
  /** An event was opened, not only passed by the cursor. */
  onOpenEvent: () => void;
}

export function TimelinePanel({ profile, address, onChange, paused, onNameAtCursor, onOpenEvent }: TimelinePanelProps) {
  const { mpid } = profile;
  const oldest = address.order === "oldest";
  const grouping = address.group ?? "batch";
  const filtered = isFiltered(address);
  const filterText = JSON.stringify(filterOf(address));
  const query = useMemo(
    () => ({ mpid, filter: JSON.parse(filterText) as ReturnType<typeof filterOf>, oldest }),
    [mpid, filterText, oldest],
  );

  const [start, setStart] = useState<PagePart>(fromStart);
  const asked = `${filterText} ${oldest} ${mpid}`;
  const [startOf, setStartOf] = useState(asked);
  if (startOf !== asked) {
    // Another filter is another list: it begins at its beginning.
    setStartOf(asked);
    setStart(fromStart);
  }
  const timeline = useTimeline(query, start);
  const { pages, events, batches, atStart, fresh, take } = timeline;
  useDeepLink({ mpid, address, loaded: pages.isSuccess, events, setStart });

  const [arrived, announce] = useArrivals();
  const [atTop, setAtTop] = useState(true);
  const takeFresh = useCallback(() => {
    announce(fresh.map(eventKey));
    take();
  }, [announce, fresh, take]);
  useEffect(() => {
    if (atTop && !paused && fresh.length > 0) takeFresh();
  }, [atTop, paused, fresh, takeFresh]);

  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(address.event === undefined ? [] : [address.event]),
  );
  const rows = useMemo(
    () => timelineRows({ events, batches, grouping, opened, more: pages.hasNextPage, cut: !atStart, oldest, filtered }),
    [events, batches, grouping, opened, pages.hasNextPage, atStart, oldest, filtered],
  );
  const highlight = useMemo(() => new Set(address.highlight ?? []), [address.highlight]);

  const [cursor, setCursor] = useSettled(
    address.event,
    useCallback((event: string | undefined) => onChange({ event }), [onChange]),
    120,
  );
  const onCursor = useCallback(
    (row: EventRow | BatchRow) => {
      onNameAtCursor(row.kind === "event" ? row.event.name : undefined);
      setCursor(addressOf(row));
    },
    [onNameAtCursor, setCursor],
  );
  const onOpen = useCallback(
    (row: EventRow | BatchRow) => {
      onCursor(row);
      onOpenEvent();
      if (row.kind !== "event" || !hasProducts(row.event)) return;
      setOpened((before) => {
        const after = new Set(before);
        if (!after.delete(row.key)) after.add(row.key);
        return after;
      });
    },
    [onCursor, onOpenEvent],
  );

  const { fetchNextPage, fetchPreviousPage } = pages;
  const canGrow = !pages.isFetching;
  const nearEnd = useCallback(() => {
    if (pages.hasNextPage && canGrow && !pages.isFetchNextPageError) void fetchNextPage();
  }, [pages.hasNextPage, pages.isFetchNextPageError, canGrow, fetchNextPage]);
  const nearStart = useCallback(() => {
    if (pages.hasPreviousPage && canGrow && !pages.isFetchPreviousPageError) void fetchPreviousPage();
  }, [pages.hasPreviousPage, pages.isFetchPreviousPageError, canGrow, fetchPreviousPage]);

  if (pages.isPending) {
    return <SkeletonRows says="Reading the activity" height={28} rows={16} bars={[8, 40, 12]} />;
  }
  if (pages.isError && events.length === 0) {
    return (
      <ErrorState
        error={pages.error}
        title="The activity could not be read"
        onRetry={() => pages.refetch()}
        busy={pages.isFetching}
      />
    );
  }
  if (events.length === 0 && !pages.hasNextPage && !pages.hasPreviousPage) {
    return <NoEvents address={address} onClear={() => onChange({ ...EMPTIED, ...cleared(address) })} />;
  }
  return (
    <Timeline
      list={`${asked} ${JSON.stringify(start)}`}
      stale={pages.isPlaceholderData}
      rows={rows}
      cursor={cursor}
      onCursor={onCursor}
      onOpen={onOpen}
      opened={opened}
      highlight={highlight}
      arrived={arrived}
      oldest={oldest}
      atStart={atStart}
      onNearStart={nearStart}
      onNearEnd={nearEnd}
      onTop={setAtTop}
      onEnd={(end) => {
        const there = end === "start" ? atStart : !pages.hasNextPage;
        if (!there) setStart(end === "start" ? fromStart : fromEnd);
        return !there;
      }}
      foot={<TimelineFoot pages={pages} events={events} oldest={oldest} />}
      pill={(toTop) => {
        if (!atStart && !oldest) return <Pill words="Newest events" onPress={() => setStart(fromStart)} />;
        if (fresh.length === 0 || (atTop && !paused)) return null;
        const words = counted(fresh.length, "new event");
        return (
          <Pill
            words={words}
            onPress={() => {
              takeFresh();
              toTop();
            }}
          />
        );
      }}
    />
  );
}

function Pill({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <div className="timeline-pill" role="status">
      <Button icon={ArrowUp} onClick={onPress}>
        {words}
      </Button>
    </div>
  );
}

const EMPTIED: Loose<ActivityAddress> = {
  from: undefined,
  to: undefined,
  input: undefined,
  type: undefined,
  name: undefined,
  device: undefined,
  in: undefined,
  highlight: undefined,
};

function NoEvents({ address, onClear }: { address: ActivityAddress; onClear: () => void }) {
  if (!isFiltered(address)) {
    return (
      <Empty icon={CalendarX2} title="No events yet">
        Batches with events for this user appear here the moment they arrive.
      </Empty>
    );
  }
  return (
    <Empty
      icon={CalendarX2}
      title="No event matches the filters"
      actions={<Button onClick={onClear}>Clear the filters</Button>}
    >
      Every chip above narrows the list: all of them together let nothing pass.
    </Empty>
  );
}
