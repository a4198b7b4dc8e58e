/** What saving would change, in words, and the two ways out. */

import { Button } from "../../../components/Button";

export interface SaveBarProps {
  /** From which strategy to which, where that changes. */
  strategies: string | undefined;
  changes: readonly string[];
  /** Why it cannot be saved now. */
  blocked: string | undefined;
  busy: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

export function SaveBar({ strategies, changes, blocked, busy, onSave, onDiscard }: SaveBarProps) {
  return (
    <section className="identity-save" aria-label="Not saved">
      <div className="identity-save-words">
        <p className="trunc" title={changes.join("; ")}>
          <b>{strategies ?? "Will change"}</b> {changes.join("; ")}
        </p>
        <p className={blocked === undefined ? "t2" : "neg"}>
          {blocked ??
            "Requests from now on resolve by this; what was resolved before stands until it is resolved anew."}
        </p>
      </div>
      <Button onClick={onDiscard}>Discard</Button>
      <Button kind="primary" keys={["mod", "s"]} busy={busy} disabled={blocked !== undefined} onClick={onSave}>
        Save
      </Button>
    </section>
  );
}
