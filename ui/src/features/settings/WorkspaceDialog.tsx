/** Makes a workspace or gives one another name. */

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ScopeView, WorkspaceView } from "../../api/generated/admin";
import { useAct } from "../../api/queries";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { FaultText } from "../../components/FaultText";
import { SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { toast } from "../../components/toasts";
import { nameFault } from "./name";

export interface WorkspaceDialogProps {
  editing: "new" | WorkspaceView | undefined;
  workspaces: readonly WorkspaceView[];
  scopes: readonly ScopeView[];
  onClose: () => void;
}

export function WorkspaceDialog({ editing, workspaces, scopes, onClose }: WorkspaceDialogProps) {
  const create = useAct("workspace_create");
  const rename = useAct("workspace_rename");
  const [name, setName] = useState("");
  const [scope, setScope] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const existing = editing === "new" ? undefined : editing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => {
    setName(existing?.name ?? "");
    setScope(null);
    setTried(false);
    create.reset();
    rename.reset();
  }, [editing]);

  const others = workspaces.filter((workspace) => workspace.id !== existing?.id).map((workspace) => workspace.name);
  const refused = (create.error ?? rename.error)?.message;
  const fault = tried ? (nameFault("workspace", name, others) ?? refused) : refused;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameFault("workspace", name, others)) return;
    const done = (title: string) => ({
      onSuccess: (saved: WorkspaceView) => {
        toast({ title, description: saved.name });
        onClose();
      },
    });
    if (existing) rename.mutate({ id: existing.id, name: name.trim() }, done("Workspace renamed"));
    else create.mutate({ name: name.trim(), scope }, done("Workspace made"));
  };
  return (
    <Dialog
      open={editing !== undefined}
      onClose={onClose}
      title={existing ? `Rename ${existing.name}?` : "New workspace"}
      focus={field}
      actions={
        <>
          <Button keys={["Escape"]} onClick={onClose}>
            {existing ? "Keep the name" : "Cancel"}
          </Button>
          <Button kind="primary" type="submit" form="workspace-form" busy={create.isPending || rename.isPending}>
            {existing ? "Rename" : "Make the workspace"}
          </Button>
        </>
      }
    >
      <form id="workspace-form" onSubmit={save} className="settings-form">
        <TextField
          ref={field}
          label="Name of the workspace"
          placeholder="Northwind Rental"
          value={name}
          onText={setName}
          fault={fault}
          maxLength={200}
        />
        <FaultText>{fault}</FaultText>
        {!existing && scopes.length > 1 && (
          <div className="settings-shares">
            <span>Shares the users of</span>
            <SelectField
              label="Shares the users of"
              value={scope ?? scopes[0]?.id ?? 1}
              options={scopes.map((each) => ({ value: each.id, words: scopeWords(each) }))}
              onChoose={setScope}
            />
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** A scope by its name and by who is in it. */
function scopeWords({ name, workspaces }: ScopeView): string {
  if (workspaces.length === 0) return `${name}: no workspace yet`;
  return `${name}: ${workspaces.map((workspace) => workspace.name).join(", ")}`;
}
