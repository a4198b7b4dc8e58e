/** Asks before a reader ends, and says what ends with it. */

import { Ban } from "lucide-react";
import { useEffect, useRef } from "react";
import type { CredentialView } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { counted } from "../../../components/numbers";
import { shortId } from "../../../components/shortId";
import { toast } from "../../../components/toasts";

export interface RevokeReaderDialogProps {
  revoking: CredentialView | undefined;
  onClose: () => void;
  onRevoked: (clientId: string) => void;
}

export function RevokeReaderDialog({ revoking, onClose, onRevoked }: RevokeReaderDialogProps) {
  const revoke = useAct("credential_revoke");
  const keep = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => revoke.reset(), [revoking]);
  const name = revoking?.name || shortId(revoking?.client_id ?? "");
  const end = (reader: CredentialView) =>
    revoke.mutate(
      { client_id: reader.client_id },
      {
        onSuccess: () => {
          toast({ title: "Reader revoked", description: name });
          onRevoked(reader.client_id);
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
      title={`Revoke ${name}?`}
      actions={
        <>
          <Button ref={keep} keys={["Escape"]} onClick={onClose}>
            Keep the reader
          </Button>
          <Button kind="danger" icon={Ban} busy={revoke.isPending} onClick={() => revoking && end(revoking)}>
            Revoke the reader
          </Button>
        </>
      }
    >
      {revoking && (
        <div className="settings-fields">
          <p>
            It gets no more tokens, and those that it has end now: every request is refused with 401, in{" "}
            {counted(revoking.workspaces.length, "workspace")}. Nothing that is stored changes.{" "}
            <b>A revoked reader never comes back.</b>
          </p>
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
