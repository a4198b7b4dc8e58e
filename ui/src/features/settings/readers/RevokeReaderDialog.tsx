/** Asks before a reader ends, and says what ends with it. */

import { useEffect } from "react";
import type { CredentialView } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { counted } from "../../../components/numbers";
import { shortId } from "../../../components/shortId";
import { toast } from "../../../components/toasts";
import { RevokeDialog } from "../RevokeDialog";

export interface RevokeReaderDialogProps {
  revoking: CredentialView | undefined;
  onClose: () => void;
  onRevoked: (clientId: string) => void;
}

export function RevokeReaderDialog({ revoking, onClose, onRevoked }: RevokeReaderDialogProps) {
  const revoke = useAct("credential_revoke");
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
    <RevokeDialog
      what="reader"
      which={name}
      open={revoking !== undefined}
      busy={revoke.isPending}
      fault={revoke.error?.message}
      onClose={onClose}
      onRevoke={() => revoking && end(revoking)}
    >
      {revoking && (
        <p>
          It gets no more tokens, and those that it has end now: every request is refused with 401, in{" "}
          {counted(revoking.workspaces.length, "workspace")}. Nothing that is stored changes.{" "}
          <b>A revoked reader never comes back.</b>
        </p>
      )}
    </RevokeDialog>
  );
}
