/** Another key for an input, and what to do with the one before it. */

import { useEffect, useState } from "react";
import type { InputView, KeyEnvironment } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { FaultText } from "../../../components/FaultText";
import { EnvironmentChoice } from "./EnvironmentChoice";
import { keysInOrder, keysInUse } from "./inputKinds";
import { showOnce } from "./madeKeys";

export function NewKeyDialog({ open, input, onClose }: { open: boolean; input: InputView; onClose: () => void }) {
  const create = useAct("key_create");
  const used = keysInOrder(keysInUse(input));
  const before = used[0]?.environment ?? "production";
  const [environment, setEnvironment] = useState<KeyEnvironment>(before);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => {
    if (!open) return;
    setEnvironment(before);
    create.reset();
  }, [open]);
  const make = () =>
    create.mutate(
      { input: input.id, environment },
      {
        onSuccess: (made) => {
          showOnce(made);
          onClose();
        },
      },
    );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`New key for ${input.name}?`}
      actions={
        <>
          <Button keys={["Escape"]} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onClick={make} busy={create.isPending}>
            Make the key
          </Button>
        </>
      }
    >
      <div className="settings-fields">
        <p>
          {used.length === 0
            ? "The secret is shown once, right after."
            : "The keys in use stay in use. To rotate one: put the new key in use everywhere, then revoke the old one here."}
        </p>
        <div className="settings-field-body">
          <EnvironmentChoice value={environment} onChoose={setEnvironment} />
        </div>
        <FaultText>{create.error?.message}</FaultText>
      </div>
    </Dialog>
  );
}
