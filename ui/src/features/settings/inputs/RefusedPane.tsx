/** One refusal: why, where, and the text as it came. */

import { X } from "lucide-react";
import type { InputRefusalView } from "../../../api/generated/admin";
import { Chip } from "../../../components/Chip";
import { IconButton } from "../../../components/IconButton";
import { JsonViewer } from "../../../components/JsonViewer";
import { Time } from "../../../components/Time";
import { readable } from "./refusedAtDoor";

export function RefusedPane({ refusal, onClose }: { refusal: InputRefusalView; onClose: () => void }) {
  const shown = readable(refusal.text);
  return (
    <div className="inputs-refusal">
      <div className="inputs-refusal-head">
        <h2>{refusal.label}</h2>
        {refusal.whole ? <Chip tone="neg">Refused</Chip> : <Chip tone="warn">Refused in part</Chip>}
        <span className="spring" />
        <IconButton icon={X} label="Back to the snippets" keys={["escape"]} onClick={onClose} />
      </div>
      <dl className="facts-grid inputs-refusal-facts">
        <dt>Received</dt>
        <dd>
          <Time ms={refusal.received_ms} form="both" />
        </dd>
        <dt>Where</dt>
        <dd className="mono">{refusal.path === "" ? "the whole request" : refusal.path}</dd>
        <dt>What</dt>
        <dd className="inputs-refusal-what">{refusal.detail}</dd>
        <dt>Then</dt>
        <dd>{refusal.whole ? "Nothing of it was stored" : "The rest of the batch was stored"}</dd>
      </dl>
      {refusal.text === "" ? (
        <p className="inputs-note t2">
          {refusal.whole
            ? "There is no text to show: nothing of the request could be read."
            : "The batch was stored as it came, so its text is not kept here a second time."}
        </p>
      ) : (
        <div className="inputs-refusal-text">
          <JsonViewer label="The text as it came" text={shown.text} plain={!shown.json} />
        </div>
      )}
    </div>
  );
}
