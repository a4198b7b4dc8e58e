/** Asks before a key ends, and says what ends with it. */

import { Ban } from "lucide-react";
import { useEffect, useRef } from "react";
import type { InputKeyView, InputView } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { shortId } from "../../../components/shortId";
import { toast } from "../../../components/toasts";
import { environmentWords, revocationWords } from "./inputKinds";
import { forget } from "./madeKeys";

export interface RevokeKeyDialogProps {
  input: InputView;
  revoking: InputKeyView | undefined;
  onClose: () => void;
}

export function RevokeKeyDialog({ input, revoking, onClose }: RevokeKeyDialogProps) {
  const revoke = useAct("key_revoke");
  const keep = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => revoke.reset(), [revoking]);
  const end = (key: string) =>
    revoke.mutate(
      { key },
      {
        onSuccess: () => {
          forget(key);
          toast({ title: "Key revoked", description: shortId(key) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open={revoking !== undefined}
      onClose={onClose}
      keepOpen
      focus={keep}
      title={`Revoke ${shortId(revoking?.key ?? "")} of ${input.name}?`}
      actions={
        <>
          <Button ref={keep} keys={["Escape"]} onClick={onClose}>
            Keep the key
          </Button>
          <Button kind="danger" icon={Ban} busy={revoke.isPending} onClick={() => revoking && end(revoking.key)}>
            Revoke the key
          </Button>
        </>
      }
    >
      {revoking && (
        <div className="settings-fields">
          <p>
            From now on every request with this key is refused with 401 or 403: events, identity requests and
            configuration, {environmentWords(revoking.environment)}. What libraries hold back for a later try is lost to
            them. What was received stays. <b>A revoked key never comes back.</b>
          </p>
          <p>{revocationWords(input, revoking)}</p>
          {revoke.error && (
            <p className="neg" role="alert">
              {revoke.error.message}
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
