/** An address that names an event far down: once it is known when that was, the list begins there. */

import { useEffect, useRef, useState } from "react";
import { useCommand } from "../../api/queries";
import { type ActivityAddress, eventOf } from "./address";
import { fromMoment, type PagePart } from "./timelineWindow";

export interface DeepLink {
  mpid: string;
  address: ActivityAddress;
  loaded: boolean;
  has: (key: string) => boolean;
  setStart: (part: PagePart) => void;
}

export function useDeepLink({ mpid, address, loaded, has, setStart }: DeepLink) {
  const [first] = useState(() => eventOf(address));
  const done = useRef(first === undefined);
  const detail = useCommand(
    "event_get",
    { mpid, seq: first?.seq ?? "", index: first?.index ?? null },
    { fixed: true, enabled: first !== undefined },
  );
  const at = detail.data?.event?.ordered_ms ?? detail.data?.batch.received_ms;
  useEffect(() => {
    if (done.current || !loaded || at === undefined || first === undefined) return;
    done.current = true;
    if (!has(`${first.seq}-${first.index ?? 0}`)) setStart(fromMoment(at));
  });
}
