/** The lines between events: the day, the session, the batch, a pause. */

import { clock, dayTitle, duration, lag, utc } from "../../components/clock";
import { counted } from "../../components/numbers";
import { shortStamp } from "../profile/deviceWords";
import { PlatformPicture } from "../profile/PlatformPicture";
import { RowCopy } from "./RowCopy";
import { sessionSpan } from "./sessionEnds";
import type { BatchRow, DayRow, GapRow, SessionRow } from "./timelineRows";

/** A session that had an event this lately goes on. */
const GOING_ON_MS = 5 * 60_000;

export function DayHead({ row, now }: { row: DayRow; now: number }) {
  const { title, rest } = dayTitle(row.dayMs, now);
  return (
    <div className="timeline-day">
      <b>{title}</b>
      <span>{rest}</span>
      <span className="spring" />
      {row.whole && (
        <span className="tabular">
          {counted(row.events, "event")}, {counted(row.batches, "batch", "batches")}
        </span>
      )}
    </div>
  );
}

export function SessionHead({ row, now, oldest }: { row: SessionRow; now: number; oldest: boolean }) {
  if (row.session === null) {
    return (
      <div className="timeline-session">
        <span>No session</span>
        <i />
        {row.whole && <span>{counted(row.events, "event")}</span>}
      </div>
    );
  }
  const goesOn = !oldest && now - row.endMs < GOING_ON_MS;
  const start = row.startKnown ? clock(row.startMs) : null;
  const end = goesOn ? "now" : row.endKnown ? clock(row.endMs) : null;
  const length = start !== null && end !== null ? duration((goesOn ? now : row.endMs) - row.startMs) : "";
  const words = [length, row.whole ? counted(row.events, "event") : ""];
  return (
    <div className="timeline-session">
      <span className="tabular" title={`Session ${row.session}`}>
        {sessionSpan(start, end, shortStamp(row.session))}
      </span>
      <i />
      <span className="tabular">{words.filter((part) => part !== "").join(", ")}</span>
    </div>
  );
}

export function BatchHead({ row, now }: { row: BatchRow; now: number }) {
  const { batch } = row;
  if (!batch) return <div className="timeline-batch">Batch {row.seq}</div>;
  const others = batch.events - row.shown;
  const count = others > 0 ? `${row.shown} of ${counted(batch.events, "event")}` : counted(batch.events, "event");
  return (
    <div className="timeline-batch">
      <PlatformPicture platform={batch.platform ?? batch.input_name} size={12} />
      <b>
        {batch.input_name}
        {batch.app_version !== null && ` ${batch.app_version}`}
      </b>
      <span className="id" title={batch.device === null ? undefined : `on device ${batch.device}`}>
        {batch.batch_id === null ? `#${row.seq}` : shortStamp(batch.batch_id)}
      </span>
      <RowCopy text={batch.batch_id ?? row.seq} what="the id of the batch" />
      <span className="spring" />
      <span className="t3 tabular" title={`received ${utc(batch.received_ms)}`}>
        {count}, {lag(row.newestMs, batch.received_ms, now)}
      </span>
    </div>
  );
}

export function Gap({ row }: { row: GapRow }) {
  return <div className="timeline-gap">{duration(row.ms)}</div>;
}
