/** One event whole, or a batch alone: its fields in words, and its JSON. */

import { Expand, Inbox, Link as LinkIcon, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { EventDetailView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { clockWithZone, utc } from "../../components/clock";
import { copyText } from "../../components/copyText";
import { Dialog } from "../../components/Dialog";
import { ErrorState } from "../../components/ErrorState";
import { IconButton } from "../../components/IconButton";
import { JsonViewer } from "../../components/JsonViewer";
import { bytesText, counted } from "../../components/numbers";
import { Segmented } from "../../components/Segmented";
import { SkeletonRows } from "../../components/SkeletonRows";
import { toast } from "../../components/toasts";
import type { DetailView } from "./address";
import { EventFields } from "./EventFields";
import { GlyphPicture } from "./GlyphPicture";
import { tintedLines } from "./tintedLines";
import "./pane.css";

export interface EventPaneProps {
  mpid: string;
  seq: string;
  /** Absent for a batch alone. */
  index: number | null;
  view: DetailView;
  onView: (view: DetailView) => void;
  onClose: () => void;
}

async function copyLink(): Promise<void> {
  const copied = await copyText(window.location.href);
  toast(copied ? { title: "Link to the event copied" } : { title: "The link could not be copied", kind: "error" });
}

export function EventPane({ mpid, seq, index, view, onView, onClose }: EventPaneProps) {
  const detail = useCommand("event_get", { mpid, seq, index }, { fixed: true, keep: true });
  const [whole, setWhole] = useState(false);
  const { data } = detail;
  const shown = data && shownText(data, view);
  const lead = <ViewChoice index={index} view={view} onView={onView} />;
  return (
    <section className="pane" aria-label="Event">
      <header className="pane-head">
        {data ? <PaneTitle detail={data} /> : <h2>{index === null ? "Batch" : "Event"}</h2>}
        <span className="spring" />
        <IconButton icon={LinkIcon} label="Copy link to this event" onClick={copyLink} />
        <IconButton icon={Expand} label="Open full size" onClick={() => setWhole(true)} disabled={!data} />
        <IconButton icon={X} label="Close" keys={["escape"]} onClick={onClose} />
      </header>
      {detail.error && !data ? (
        <ErrorState error={detail.error} title="The event could not be read" onRetry={() => detail.refetch()} />
      ) : !data ? (
        <SkeletonRows says="Reading the event" height={24} rows={10} bars={[24, 46]} />
      ) : (
        <div className={detail.isPlaceholderData ? "pane-body stale" : "pane-body"}>
          <PaneBody detail={data} view={view} lead={lead} />
        </div>
      )}
      {shown !== undefined && (
        <footer className="pane-foot">
          <span>
            {bytesText(new TextEncoder().encode(shown).length)}, {counted(shown.split("\n").length, "line")}
          </span>
          <span className="spring" />
          <span title={data ? utc(data.batch.received_ms) : undefined}>
            {data && `${data.batch.input_name}, batch #${data.batch.seq}`}
          </span>
        </footer>
      )}
      {data && (
        <Dialog open={whole} onClose={() => setWhole(false)} title={data.event?.name ?? `Batch #${seq}`} width={1080}>
          <div className="pane-whole">
            <PaneBody detail={data} view={view} lead={lead} />
          </div>
        </Dialog>
      )}
    </section>
  );
}

function viewsOf(index: number | null): { value: DetailView; words: string }[] {
  const fields = { value: "fields", words: "Fields" } as const;
  const batch = { value: "batch", words: "Batch" } as const;
  return index === null ? [fields, batch] : [fields, { value: "event", words: "Raw" }, batch];
}

function shownText(detail: EventDetailView, view: DetailView): string | undefined {
  if (view === "fields") return undefined;
  if (view === "raw") return detail.raw;
  return view === "event" ? (detail.event_json ?? undefined) : detail.batch_json;
}

function PaneTitle({ detail }: { detail: EventDetailView }) {
  const { event, batch } = detail;
  if (!event) {
    return (
      <>
        <Inbox size={14} aria-hidden className="t3" />
        <h2 className="trunc">Batch from {batch.input_name}</h2>
        <time className="t3 s12" title={utc(batch.received_ms)}>
          {clockWithZone(batch.received_ms)}
        </time>
      </>
    );
  }
  return (
    <>
      <GlyphPicture event={event} />
      <h2 className="trunc">{event.name}</h2>
      <time className="t3 s12" title={utc(event.time_ms)}>
        {clockWithZone(event.time_ms)}
      </time>
    </>
  );
}

interface ViewChoiceProps {
  index: number | null;
  view: DetailView;
  onView: (view: DetailView) => void;
}

function ViewChoice({ index, view, onView }: ViewChoiceProps) {
  const ofBatch = view === "batch" || view === "raw";
  return (
    <>
      <Segmented label="What is shown" value={ofBatch ? "batch" : view} options={viewsOf(index)} onChoose={onView} />
      {ofBatch && (
        <label className="pane-received">
          <input type="checkbox" checked={view === "raw"} onChange={() => onView(view === "raw" ? "batch" : "raw")} />
          As received
        </label>
      )}
    </>
  );
}

function PaneBody({ detail, view, lead }: { detail: EventDetailView; view: DetailView; lead: ReactNode }) {
  switch (view) {
    case "fields":
      return (
        <>
          <div className="pane-tools">{lead}</div>
          <EventFields fields={detail.fields} />
        </>
      );
    case "event": {
      const { event_json: json } = detail;
      if (json !== null) return <JsonViewer text={json} label="Event as JSON" lines={tintedLines(json)} lead={lead} />;
      return (
        <>
          <div className="pane-tools">{lead}</div>
          <p className="pane-none">The event cannot be cut out of its batch: look at the batch as a whole.</p>
        </>
      );
    }
    case "batch":
      return <JsonViewer text={detail.batch_json} label="Batch as JSON" lead={lead} />;
    case "raw":
      return <JsonViewer text={detail.raw} label="Batch as it was received" plain lead={lead} />;
  }
}
