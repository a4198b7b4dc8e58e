/** Beside the tabs: whether the list is live, its order, how it is grouped. */

import { ArrowDownNarrowWide, ArrowDownWideNarrow, Pause, Play } from "lucide-react";
import { useConnection } from "../../api/connection";
import { IconButton } from "../../components/IconButton";
import { Segmented } from "../../components/Segmented";
import { StatusDot } from "../../components/StatusDot";
import type { ActivityAddress, Loose } from "./address";
import type { Grouping } from "./timelineRows";

export interface ActivityToolsProps {
  address: ActivityAddress;
  onChange: (change: Loose<ActivityAddress>) => void;
  paused: boolean;
  onPause: (paused: boolean) => void;
}

const GROUPINGS: readonly { value: Grouping; words: string }[] = [
  { value: "day", words: "Day" },
  { value: "session", words: "Session" },
  { value: "batch", words: "Batch" },
];

export function ActivityTools({ address, onChange, paused, onPause }: ActivityToolsProps) {
  const connection = useConnection();
  const oldest = address.order === "oldest";
  const live = connection !== "down" && !paused && !oldest;
  const words = connection === "down" ? "Not connected" : paused ? "Paused" : oldest ? "Not live" : "Live";
  return (
    <>
      <span className={live ? "activity-live pos" : "activity-live"} role="status">
        <StatusDot tone={live ? "pos" : connection === "down" ? "neg" : "neutral"} />
        {words}
      </span>
      <span className="activity-buttons">
        <IconButton
          icon={paused ? Play : Pause}
          label={paused ? "Go on" : "Pause"}
          keys={["l"]}
          onClick={() => onPause(!paused)}
          disabled={oldest}
        />
        <IconButton
          icon={oldest ? ArrowDownNarrowWide : ArrowDownWideNarrow}
          label={oldest ? "Oldest first; show newest first" : "Newest first; show oldest first"}
          onClick={() => onChange({ order: oldest ? undefined : "oldest" })}
        />
      </span>
      <span className="activity-group">
        Group
        <Segmented
          label="Group by"
          value={address.group ?? "batch"}
          options={GROUPINGS}
          onChoose={(group) => onChange({ group: group === "batch" ? undefined : group })}
        />
      </span>
    </>
  );
}
