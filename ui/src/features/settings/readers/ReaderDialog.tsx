/** Makes a reader for the workspaces that it may read. */

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { MadeCredentialView, WorkspaceView } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Checkbox } from "../../../components/Checkbox";
import { Dialog } from "../../../components/Dialog";
import { FaultText } from "../../../components/FaultText";
import { TextField } from "../../../components/TextField";
import { nameFault } from "../name";

export interface ReaderDialogProps {
  open: boolean;
  workspaces: readonly WorkspaceView[];
  onClose: () => void;
  onMade: (made: MadeCredentialView) => void;
}

export function ReaderDialog({ open, workspaces, onClose, onMade }: ReaderDialogProps) {
  const create = useAct("credential_create");
  const [name, setName] = useState("");
  const [left, setLeft] = useState<readonly number[]>([]);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => {
    if (!open) return;
    setName("");
    setLeft(workspaces.slice(1).map((each) => each.id));
    setTried(false);
    create.reset();
  }, [open]);
  const reads = workspaces.filter((each) => !left.includes(each.id)).map((each) => each.id);
  const wrong = nameFault("reader", name, []);
  const none = reads.length === 0 ? "A reader reads at least one workspace" : undefined;
  const make = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return field.current?.focus();
    if (none) return;
    create.mutate({ name: name.trim(), workspaces: reads }, { onSuccess: onMade });
  };
  const fault = (tried ? (wrong ?? none) : undefined) ?? create.error?.message;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      keepOpen
      title="New reader"
      focus={field}
      actions={
        <>
          <Button keys={["Escape"]} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form="reader-form" busy={create.isPending}>
            Make the reader
          </Button>
        </>
      }
    >
      <form id="reader-form" onSubmit={make} className="settings-fields">
        <TextField
          ref={field}
          label="Name of the reader"
          placeholder="Support desk"
          value={name}
          onText={setName}
          fault={tried ? wrong : undefined}
          maxLength={200}
        />
        <fieldset className="readers-workspaces">
          <legend>Reads profiles in</legend>
          {workspaces.map((workspace) => (
            <Checkbox
              key={workspace.id}
              on={!left.includes(workspace.id)}
              onChange={(on) => setLeft(on ? left.filter((id) => id !== workspace.id) : [...left, workspace.id])}
            >
              {workspace.name}
            </Checkbox>
          ))}
        </fieldset>
        <FaultText>{fault}</FaultText>
      </form>
    </Dialog>
  );
}
