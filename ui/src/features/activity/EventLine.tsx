/** One event on the timeline: when, what, how much. */

import { ChevronDown, ChevronRight } from "lucide-react";
import type { TimelineEventView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { clock, utc } from "../../components/clock";
import { money } from "../../components/money";
import { GlyphPicture } from "./GlyphPicture";

export interface EventLineProps {
  event: TimelineEventView;
  /** Came in just now. */
  isNew: boolean;
  highlighted: boolean;
  /** Whether its products are shown below. */
  open: boolean;
}

/** The amount of an order stands at the right edge, of anything smaller in the words. */
const BIG_ACTIONS: readonly string[] = ["purchase", "refund"];

export function EventLine({ event, isNew, highlighted, open }: EventLineProps) {
  const { commerce } = event;
  const amount = event.amount === null ? null : money(event.amount, event.currency);
  const big = commerce !== null && BIG_ACTIONS.includes(commerce.action);
  const words = [event.detail, big || amount === null ? "" : amount].filter((part) => part !== "").join(", ");
  const ahead = event.ordered_ms !== event.time_ms;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div className="timeline-event">
      <time title={`${utc(event.time_ms)}${ahead ? ", ahead of the time it came" : ""}`}>
        {clock(event.ordered_ms)}
      </time>
      <GlyphPicture event={event} />
      <span className="trunc">
        <span className="medium">{highlighted ? <mark>{event.name}</mark> : event.name}</span>{" "}
        <span className="t2">{words}</span> {isNew && <Chip tone="pos">new</Chip>}
      </span>
      <span className="timeline-event-end">
        {big && amount !== null && <b className="tabular">{amount}</b>}
        <Chevron size={12} aria-hidden />
      </span>
    </div>
  );
}
