/** Gives an input another name. */

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { InputView } from "../../../api/generated/admin";
import { useAct, useCommand } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { FaultText } from "../../../components/FaultText";
import { TextField } from "../../../components/TextField";
import { toast } from "../../../components/toasts";
import { nameFault } from "../name";

export function RenameInputDialog({ open, input, onClose }: { open: boolean; input: InputView; onClose: () => void }) {
  const update = useAct("input_update");
  const inputs = useCommand("inputs_list", {}).data?.inputs ?? [];
  const [name, setName] = useState(input.name);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => {
    if (!open) return;
    setName(input.name);
    setTried(false);
    update.reset();
  }, [open]);
  const taken = inputs.filter((each) => each.workspace === input.workspace && each.id !== input.id);
  const wrong = nameFault(
    "input",
    name,
    taken.map((each) => each.name),
  );
  const fault = (tried ? wrong : undefined) ?? update.error?.message;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    update.mutate(
      { id: input.id, name: name.trim(), key_alone: input.key_alone },
      {
        onSuccess: (saved) => {
          toast({ title: "Input renamed", description: saved.name });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Rename ${input.name}?`}
      focus={field}
      actions={
        <>
          <Button keys={["Escape"]} onClick={onClose}>
            Keep the name
          </Button>
          <Button kind="primary" type="submit" form="rename-input" busy={update.isPending}>
            Rename
          </Button>
        </>
      }
    >
      <form id="rename-input" onSubmit={save} className="settings-form">
        <TextField ref={field} label="Name of the input" value={name} onText={setName} fault={fault} maxLength={200} />
        <FaultText>{fault}</FaultText>
      </form>
    </Dialog>
  );
}
