/** The Activity tab: bars and filters, the timeline, one event whole. */

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useCommand } from "../../api/queries";
import { KeyBar } from "../../components/KeyBar";
import { SplitPane } from "../../components/SplitPane";
import { useShortcuts } from "../../components/shortcuts";
import { ProfileTabs } from "../profile/ProfileTabs";
import { useProfile } from "../profile/profileContext";
import { ActivityTools } from "./ActivityTools";
import { type ActivityAddress, changeAddress, cleared, eventOf, type Loose, toggled } from "./address";
import { DaysTable } from "./DaysTable";
import { EventPane } from "./EventPane";
import { FilterBar } from "./FilterBar";
import { Histogram } from "./Histogram";
import { binDays, brushCount, brushOf } from "./histogram";
import { TimelinePanel } from "./TimelinePanel";

export function ActivityRoute() {
  const { profile } = useProfile();
  const { mpid } = profile;
  const address = useSearch({ from: "/users/$mpid/activity" });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Loose<ActivityAddress>) =>
      void navigate({
        to: ".",
        search: (before: Record<string, unknown>) => changeAddress(before as ActivityAddress, next),
        replace: true,
      }),
    [navigate],
  );
  const onBrush = useCallback(
    (times: { from: number; to: number } | undefined) => change(times ?? { from: undefined, to: undefined }),
    [change],
  );
  const facets = useCommand("activity_facets", { mpid }, { keep: true });
  const [paused, setPaused] = useState(false);
  const [namesOpen, setNamesOpen] = useState(false);
  const [nameAtCursor, setNameAtCursor] = useState<string>();

  const open = eventOf(address);
  // In a narrow window the event lies over the list: opened on purpose, not by the cursor passing.
  const [overlay, setOverlay] = useState(open !== undefined);
  const showOverlay = useCallback(() => setOverlay(true), []);
  const [daysOpen, setDaysOpen] = useState(false);
  const counts = useMemo(() => {
    // Days, whatever the bars are: the finest answer there is without asking.
    const days = binDays(profile.days, Number.MAX_SAFE_INTEGER, 0);
    return brushCount(days, brushOf(days, address.from, address.to));
  }, [profile.days, address.from, address.to]);

  useShortcuts("Activity", [
    { keys: "/", does: "Filter by name", run: () => setNamesOpen(true) },
    {
      keys: "j",
      does: "Event as JSON",
      run: () => change({ view: address.view === "fields" ? undefined : "fields" }),
      enabled: open !== undefined,
    },
    {
      keys: "h",
      does: "Highlight the name at the cursor",
      run: () => nameAtCursor !== undefined && change({ highlight: toggled(address.highlight, nameAtCursor) }),
    },
    { keys: "t", does: "Days as a table", run: () => setDaysOpen(true) },
    { keys: "space", does: "Show or hide the event", run: () => setOverlay((now) => !now) },
    { keys: "l", does: "Pause or go on", run: () => setPaused((now) => !now) },
    { keys: "Escape", does: "Close the event", run: () => change({ event: undefined }), enabled: open !== undefined },
  ]);

  return (
    <>
      <ProfileTabs open="activity">
        <ActivityTools address={address} onChange={change} paused={paused} onPause={setPaused} />
      </ProfileTabs>
      <Histogram days={profile.days} from={address.from} to={address.to} onBrush={onBrush} />
      <FilterBar
        profile={profile}
        facets={facets.data}
        address={address}
        onChange={change}
        onClear={() => void navigate({ to: ".", search: cleared(address) as Record<string, unknown>, replace: true })}
        counts={counts}
        namesOpen={namesOpen}
        onNamesOpen={setNamesOpen}
        onDays={() => setDaysOpen(true)}
      />
      <DaysTable
        days={profile.days}
        open={daysOpen}
        onClose={() => setDaysOpen(false)}
        onDay={(times) => {
          setDaysOpen(false);
          change(times);
        }}
      />
      <SplitPane
        name="activity"
        label="Event"
        width={[416, 620]}
        min={320}
        max={1000}
        overlayOpen={overlay}
        onOverlayClose={() => setOverlay(false)}
        pane={
          open && (
            <EventPane
              mpid={mpid}
              seq={open.seq}
              index={open.index}
              view={address.view ?? (open.index === null ? "batch" : "event")}
              onView={(view) => change({ view })}
              onClose={() => change({ event: undefined })}
            />
          )
        }
      >
        <TimelinePanel
          profile={profile}
          address={address}
          onChange={change}
          paused={paused}
          onNameAtCursor={setNameAtCursor}
          onOpenEvent={showOverlay}
        />
      </SplitPane>
      <KeyBar
        keys={[
          { keys: ["ArrowUp", "ArrowDown"], does: "move" },
          { keys: ["enter"], does: "open" },
          { keys: ["j"], does: "JSON" },
          { keys: ["h"], does: "highlight" },
          { keys: ["/"], does: "filter by name" },
          { keys: ["l"], does: paused ? "go on" : "pause" },
        ]}
      />
    </>
  );
}
