/** An address that names an event far down: once it is known when that was, the list begins there. */

import { useEffect, useRef, useState } from "react";
import type { TimelineEventView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { type ActivityAddress, eventOf } from "./address";
import { fromMoment, type PagePart } from "./timelineWindow";

export interface DeepLink {
  mpid: string;
  address: ActivityAddress;
  /** Whether the list is there. */
  loaded: boolean;
  events: readonly TimelineEventView[];
  setStart: (part: PagePart) => void;
}

export function useDeepLink({ mpid, address, loaded, events, setStart }: DeepLink): void {
  const [named] = useState(() => eventOf(address));
  const done = useRef(named === undefined);
  // Of a batch the first event says when it was.
  const detail = useCommand(
    "event_get",
    { mpid, seq: named?.seq ?? "", index: named?.index ?? 0 },
    { fixed: true, enabled: named !== undefined },
  );
  const at = detail.data?.event?.ordered_ms ?? detail.data?.batch.received_ms;
  useEffect(() => {
    if (done.current || !loaded || at === undefined || named === undefined) return;
    done.current = true;
    const { seq, index } = named;
    if (!events.some((event) => event.seq === seq && (index === null || event.index === index)))
      setStart(fromMoment(at));
  });
}
