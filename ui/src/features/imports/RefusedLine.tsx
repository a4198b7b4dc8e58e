/** The pane of one refused line: why, where, and the line as it was received. */

import type { RefusalView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { JsonViewer } from "../../components/JsonViewer";
import { countText } from "../../components/numbers";
import { faultWords, placeWords } from "./refusedRows";

export interface RefusedLineProps {
  refusal: RefusalView;
  /** The reason as the chips call it. */
  reason: string;
}

export function RefusedLine({ refusal, reason }: RefusedLineProps) {
  return (
    <div className="refused-line">
      <div className="import-pane-head">
        <h2>Line {countText(refusal.line)}</h2>
        {refusal.whole ? <Chip tone="neg">Refused</Chip> : <Chip tone="warn">Refused in part</Chip>}
      </div>
      <dl className="facts-grid refused-facts">
        <dt>Reason</dt>
        <dd className="medium">{reason}</dd>
        <dt>What</dt>
        <dd className="refused-what">{faultWords(refusal)}</dd>
        <dt>Where</dt>
        <dd className="mono">{placeWords(refusal)}</dd>
        <dt>Then</dt>
        <dd>{refusal.whole ? "Nothing of the line was stored" : "The rest of the line was stored"}</dd>
      </dl>
      {refusal.text === "" ? (
        <p className="refused-no-text">
          {refusal.whole
            ? "There is no text to show: nothing of the line could be read."
            : "The batch was stored as it came, so its text is not kept here a second time."}
        </p>
      ) : (
        <div className="refused-text">
          <JsonViewer plain label={`Line ${refusal.line} as it was received`} text={refusal.text} />
        </div>
      )}
    </div>
  );
}
