/** What the log would come to under the settings on the screen. Looking changes nothing. */

import { ArrowRight, GitCompareArrows, GitMerge, Play } from "lucide-react";
import { useState } from "react";
import type { ResolutionPreviewView, ScopeSettings } from "../../../api/generated/admin";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { ErrorState } from "../../../components/ErrorState";
import { Notice } from "../../../components/Notice";
import { counted, countText, percentText } from "../../../components/numbers";
import { Progress } from "../../../components/Progress";
import { Time } from "../../../components/Time";
import { PreviewExamples } from "./PreviewExamples";
import { appliedText, differenceText, previewParts } from "./previewWords";
import { ResolveDialog } from "./ResolveDialog";
import { sameSettings } from "./scopeDraft";
import type { Preview } from "./usePreview";

export interface PreviewPaneProps {
  preview: Preview;
  draft: ScopeSettings;
  /** Whether the draft differs from what is in force. */
  changed: boolean;
  broken: boolean;
  onStart: () => void;
}

export function PreviewPane({ preview, draft, changed, broken, onStart }: PreviewPaneProps) {
  const held = preview.preview;
  const running = held?.state === "running";
  const other = held !== null && !sameSettings(held.settings, draft);
  const [asking, setAsking] = useState(false);
  const resolve = () => {
    preview.resolve();
    setAsking(false);
  };
  return (
    <div className="identity-preview">
      <div className="identity-preview-head">
        <GitCompareArrows size={16} aria-hidden />
        <h2>What would change</h2>
        <span className="section-count">nothing is changed by looking</span>
        <span className="spring" />
        {held?.state === "done" && !other && <Chip tone="pos">up to date</Chip>}
      </div>
      <div className="identity-preview-body">
        {preview.fault && <ErrorState error={preview.fault} title="It could not be worked out" onRetry={onStart} />}
        {held === null && (
          <p className="t2">
            {changed
              ? "Settings count for requests from now on. What would they have made of the log so far: who would be one, who would fall apart?"
              : "Users stand as they were resolved. What would the settings that are in force now make of the whole log: who would be one, who would fall apart?"}
          </p>
        )}
        {held?.state === "failed" && <Notice tone="neg">{held.fault ?? "It failed"}</Notice>}
        {held?.state === "applied" && <Notice tone="pos">{appliedText(held)}</Notice>}
        {held?.state === "cancelled" && (
          <Notice>
            {held.applies
              ? "Stopped: some users were resolved anew, others were not. Begin again to finish."
              : `Stopped after ${percentText(Math.floor(held.percent))} of the log.`}
          </Notice>
        )}
        {other && held.state === "done" && (
          <Notice tone="warn">Worked out for other settings than those on the left.</Notice>
        )}
        {running ? (
          <Running preview={held} onStop={preview.stop} />
        ) : (
          (held?.state !== "done" || other) && (
            <div>
              <Button icon={Play} keys={["p"]} busy={preview.starting} disabled={broken} onClick={onStart}>
                Work out what would change
              </Button>
            </div>
          )
        )}
      </div>
      {held?.state === "done" && <Result preview={held} stale={other} />}
      {held?.state === "done" && !other && held.merges + held.splits > 0 && (
        <div className="identity-resolve">
          <p className="t2">
            {changed
              ? "Save these settings first; then the log can be resolved anew by them."
              : "These settings are in force. Users stand as they were resolved before."}
          </p>
          <Button icon={GitMerge} disabled={changed} onClick={() => setAsking(true)}>
            Resolve the log anew…
          </Button>
          <ResolveDialog
            preview={held}
            open={asking}
            busy={preview.starting}
            onResolve={resolve}
            onClose={() => setAsking(false)}
          />
        </div>
      )}
    </div>
  );
}

function Running({ preview, onStop }: { preview: ResolutionPreviewView; onStop: () => void }) {
  return (
    <>
      <Progress value={preview.percent} max={100} label="The log, resolved anew" />
      <div className="line-up">
        <span className="t2 tabular">
          {preview.applies && "Resolving anew: "}
          {percentText(Math.floor(preview.percent))} of {counted(preview.entries, "log entry", "log entries")}
        </span>
        <span className="spring" />
        <Button onClick={onStop}>Stop</Button>
      </div>
    </>
  );
}

function Result({ preview, stale }: { preview: ResolutionPreviewView; stale: boolean }) {
  const parts = previewParts(preview);
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.count, 0),
  );
  return (
    <div className={stale ? "stale" : ""}>
      <div className="identity-totals">
        <p className="t3 s11">
          {counted(preview.entries, "log entry", "log entries")} resolved anew in the order of receipt,{" "}
          <Time ms={preview.started_ms} />
        </p>
        <div className="identity-total">
          <Total count={preview.users_before} words="users now" />
          <ArrowRight size={16} aria-hidden className="t3" />
          <Total count={preview.users_after} words="after" />
          <span className="spring" />
          <span className="identity-difference">{differenceText(preview.users_before, preview.users_after)}</span>
        </div>
        <div className="identity-bar" aria-hidden>
          {parts
            .filter((part) => part.count > 0)
            .map((part) => (
              <span key={part.name} className={`identity-bar-${part.name}`} style={{ flexGrow: part.count / total }} />
            ))}
        </div>
        <dl className="identity-parts">
          {parts.map((part) => (
            <div key={part.name}>
              <dt>
                <span className={`identity-key identity-bar-${part.name}`} aria-hidden />
                {part.words}
              </dt>
              <dd>{countText(part.count)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <PreviewExamples title="Merge" count={preview.merges} changes={preview.merge_examples} />
      <PreviewExamples title="Split" count={preview.splits} changes={preview.split_examples} />
    </div>
  );
}

function Total({ count, words }: { count: number; words: string }) {
  return (
    <span className="identity-figure">
      <b>{countText(count)}</b>
      <span className="t3">{words}</span>
    </span>
  );
}
