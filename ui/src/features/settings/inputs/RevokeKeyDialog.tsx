/** Asks before a key ends, and says what ends with it. */

import { useEffect } from "react";
import type { InputKeyView, InputView } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { shortId } from "../../../components/shortId";
import { toast } from "../../../components/toasts";
import { RevokeDialog } from "../RevokeDialog";
import { environmentWords, revocationWords } from "./inputKinds";
import { forget } from "./madeKeys";

export interface RevokeKeyDialogProps {
  input: InputView;
  revoking: InputKeyView | undefined;
  onClose: () => void;
}

export function RevokeKeyDialog({ input, revoking, onClose }: RevokeKeyDialogProps) {
  const revoke = useAct("key_revoke");
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
    <RevokeDialog
      what="key"
      which={`${shortId(revoking?.key ?? "")} of ${input.name}`}
      open={revoking !== undefined}
      busy={revoke.isPending}
      fault={revoke.error?.message}
      onClose={onClose}
      onRevoke={() => revoking && end(revoking.key)}
    >
      {revoking && (
        <>
          <p>
            It lets in {environmentWords(revoking.environment)} data. From now on every request with it is refused with
            401 or 403: events, identity requests and configuration. What libraries hold back for a later try is lost to
            them. What was received stays. <b>A revoked key never comes back.</b>
          </p>
          <p>{revocationWords(input, revoking)}</p>
        </>
      )}
    </RevokeDialog>
  );
}
