/** A reader that was just made: its secret, once, and what to paste with it. */

import type { MadeCredentialView } from "../../../api/generated/admin";
import { OnceBox } from "../../../components/OnceBox";
import { ReaderSnippet } from "./ReaderSnippet";

export function MadeReader({ made, onKept }: { made: MadeCredentialView; onKept: () => void }) {
  const { credential, client_secret } = made;
  return (
    <>
      <div className="readers-made">
        <OnceBox
          title={`${credential.name}, made just now`}
          parts={[
            { name: "Client ID", value: credential.client_id },
            { name: "Secret", value: client_secret },
          ]}
          onKept={onKept}
        >
          The secret is shown this once and kept only as a hash. A token that is got with it holds for eight hours.
        </OnceBox>
      </div>
      <ReaderSnippet reader={credential} secret={client_secret} />
    </>
  );
}
