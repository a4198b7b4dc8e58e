/** The keys of an input: those in use, and below them those revoked. */

import { Ban } from "lucide-react";
import type { InputKeyView, InputView } from "../../../api/generated/admin";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { CopyButton } from "../../../components/CopyButton";
import { IconButton } from "../../../components/IconButton";
import { shortId } from "../../../components/shortId";
import { Time } from "../../../components/Time";
import { environmentWords, keysInOrder, keysInUse } from "./inputKinds";

export interface KeyListProps {
  input: InputView;
  onNew: () => void;
  onRevoke: (key: InputKeyView) => void;
}

export function KeyList({ input, onNew, onRevoke }: KeyListProps) {
  const used = keysInUse(input).length;
  return (
    <section className="inputs-section" aria-label="Keys">
      <div className="section-head">
        <h2>Keys</h2>
        <span className="section-count">{used === 0 ? "none in use: nothing comes in" : `${used} in use`}</span>
      </div>
      {input.keys.length === 0 ? (
        <p className="inputs-note t2">
          {input.name} has no key yet, so nothing comes in through it.{" "}
          <Button kind="ghost" onClick={onNew}>
            Make a key
          </Button>
        </p>
      ) : (
        <div className="inputs-keys-table">
          <div className="cols-head" aria-hidden>
            <span>Key</span>
            <span>Lets in</span>
            <span className="num">Made</span>
            <span />
          </div>
          {keysInOrder(input.keys).map((key) => (
            <KeyRow key={key.key} held={key} onRevoke={() => onRevoke(key)} />
          ))}
        </div>
      )}
      {used > 1 && (
        <p className="inputs-note t3">To rotate a key: put the new one in use everywhere, then revoke the old one.</p>
      )}
    </section>
  );
}

function KeyRow({ held, onRevoke }: { held: InputKeyView; onRevoke: () => void }) {
  const revoked = held.revoked_ms !== null;
  return (
    <div className="cols-row compact">
      <span className="line-up">
        <span className={`mono trunc ${revoked ? "t3" : ""}`} title={held.key}>
          <span className="inputs-key-whole">{held.key}</span>
          <span className="inputs-key-short">{shortId(held.key)}</span>
        </span>
        <CopyButton text={held.key} what="key" />
      </span>
      <span className="s12">
        {held.revoked_ms !== null ? (
          <span className="t3">
            revoked <Time ms={held.revoked_ms} />
          </span>
        ) : held.environment === "both" ? (
          <Chip tone="outline">both</Chip>
        ) : (
          <Chip tone={held.environment === "production" ? "pos" : "info"}>{environmentWords(held.environment)}</Chip>
        )}
      </span>
      <span className="num t3">
        <Time ms={held.created_ms} />
      </span>
      <span className="inputs-key-acts">
        {!revoked && <IconButton small icon={Ban} label={`Revoke ${shortId(held.key)}`} onClick={onRevoke} />}
      </span>
    </div>
  );
}
