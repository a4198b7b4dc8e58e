/** Makes an identity scope or gives one another name. */

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ScopeView } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { FaultText } from "../../../components/FaultText";
import { TextField } from "../../../components/TextField";
import { toast } from "../../../components/toasts";
import { nameFault } from "../name";

export interface ScopeDialogProps {
  editing: "new" | ScopeView | undefined;
  scopes: readonly ScopeView[];
  onClose: () => void;
  onMade: (scope: ScopeView) => void;
}

export function ScopeDialog({ editing, scopes, onClose, onMade }: ScopeDialogProps) {
  const create = useAct("scope_create");
  const save = useAct("scope_save");
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const existing = editing === "new" ? undefined : editing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => {
    setName(existing?.name ?? "");
    setTried(false);
    create.reset();
    save.reset();
  }, [editing]);
  const others = scopes.filter((scope) => scope.id !== existing?.id).map((scope) => scope.name);
  const wrong = nameFault("scope", name, others);
  const fault = (tried ? wrong : undefined) ?? (create.error ?? save.error)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const onSuccess = (scope: ScopeView) => {
      toast({ title: existing ? "Scope renamed" : "Scope made", description: scope.name });
      onClose();
      if (!existing) onMade(scope);
    };
    const text = name.trim();
    if (existing) save.mutate({ id: existing.id, name: text, settings: existing.settings }, { onSuccess });
    else create.mutate({ name: text }, { onSuccess });
  };
  return (
    <Dialog
      open={editing !== undefined}
      onClose={onClose}
      title={existing ? `Rename ${existing.name}?` : "New identity scope"}
      focus={field}
      actions={
        <>
          <Button keys={["Escape"]} onClick={onClose}>
            {existing ? "Keep the name" : "Cancel"}
          </Button>
          <Button kind="primary" type="submit" form="scope-form" busy={create.isPending || save.isPending}>
            {existing ? "Rename" : "Make the scope"}
          </Button>
        </>
      }
    >
      <form id="scope-form" onSubmit={submit} className="settings-form">
        {!existing && (
          <p>
            Users of one scope are strangers to those of another. It begins with the Default strategy and is used by
            choosing it for a new workspace.
          </p>
        )}
        <TextField
          ref={field}
          label="Name of the scope"
          placeholder="Northwind customers"
          value={name}
          onText={setName}
          fault={fault}
          maxLength={200}
        />
        <FaultText>{fault}</FaultText>
      </form>
    </Dialog>
  );
}
