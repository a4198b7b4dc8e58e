/** Says where files can be dropped, and takes a path where the engine may read this computer's files. */

import { FileUp } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/Button";
import { TextField } from "../../components/TextField";
import type { Review } from "./intake";
import { isWholePath } from "./sourceAddress";

export interface DropStripProps {
  localFiles: boolean;
  review: Review;
}

export function DropStrip({ localFiles, review }: DropStripProps) {
  const [typing, setTyping] = useState(false);
  if (typing) return <PathForm review={review} onClose={() => setTyping(false)} />;
  return (
    <div className="import-drop">
      <FileUp size={16} aria-hidden />
      <p>
        <b className="import-drop-title">Drop files here</b>{" "}
        {localFiles && (
          <>
            or{" "}
            <button type="button" className="import-link" onClick={() => setTyping(true)}>
              give a path
            </button>
            .{" "}
          </>
        )}
        NDJSON or JSON; plain, gzip or zstd. Nothing is written before you have seen a dry run.
      </p>
    </div>
  );
}

function PathForm({ review, onClose }: { review: Review; onClose: () => void }) {
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const path = text.trim();
    if (!isWholePath(path)) return setFault("A whole path, from the root: /data/orders.ndjson");
    review({ from: "path", path });
    onClose();
  };
  return (
    <form
      className="import-drop import-drop-path"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <FileUp size={16} aria-hidden />
      <div className="import-path-field">
        <TextField
          label="Path of a file on this computer"
          placeholder="/data/orders.ndjson.gz"
          value={text}
          onText={(next) => {
            setText(next);
            setFault(undefined);
          }}
          fault={fault}
          autoFocus
        />
        {fault && (
          <p className="neg s11" role="alert">
            {fault}
          </p>
        )}
      </div>
      <Button type="submit">Review the file</Button>
      <Button kind="ghost" onClick={onClose}>
        Close
      </Button>
    </form>
  );
}
