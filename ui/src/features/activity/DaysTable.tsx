/** The bars above the timeline as a table; a day that is pressed is the one shown. */

import type { DayView } from "../../api/generated/admin";
import { Button } from "../../components/Button";
import { DAY_MS } from "../../components/clock";
import { Dialog } from "../../components/Dialog";
import { useNow } from "../../components/now";
import { countText } from "../../components/numbers";
import { barDay } from "./filterWords";

export interface DaysTableProps {
  days: readonly DayView[];
  open: boolean;
  onClose: () => void;
  onDay: (times: { from: number; to: number }) => void;
}

export function DaysTable({ days, open, onClose, onDay }: DaysTableProps) {
  const now = useNow();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Events by day"
      width={520}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <table className="days-table">
        <thead>
          <tr>
            <th scope="col">Day, UTC</th>
            <th scope="col">Screen</th>
            <th scope="col">Commerce</th>
            <th scope="col">Custom</th>
            <th scope="col">Other</th>
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day_ms}>
              <th scope="row">
                <button type="button" onClick={() => onDay({ from: day.day_ms, to: day.day_ms + DAY_MS })}>
                  {barDay(day.day_ms, now)}
                </button>
              </th>
              {[day.screen, day.commerce, day.custom, day.other].map((count, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed.
                <td key={place}>{count === 0 ? "–" : countText(count)}</td>
              ))}
              <td>
                <b>{countText(day.screen + day.commerce + day.custom + day.other)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
