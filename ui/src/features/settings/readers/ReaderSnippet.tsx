/** A token and a profile with curl. */

import type { CredentialView } from "../../../api/generated/admin";
import { CopyButton } from "../../../components/CopyButton";
import { Snippet } from "../../../components/Snippet";
import { snippetText } from "../../../components/snippet";
import { useServerAddress } from "../../reference/useServerAddress";
import { readerSnippet } from "./readerSnippet";

export function ReaderSnippet({ reader, secret }: { reader: CredentialView; secret?: string }) {
  const { origin } = useServerAddress();
  const pieces = readerSnippet({
    origin,
    clientId: reader.client_id,
    secret: secret ?? "SECRET",
    workspace: reader.workspaces[0] ?? 1,
  });
  return (
    <section className="settings-section readers-snippet" aria-label="A profile with curl">
      <div className="section-head">
        <h2>A profile with curl</h2>
        <span className="section-count">
          {secret === undefined ? `as ${reader.name || "the newest reader"}; fill in SECRET and MPID` : "fill in MPID"}
        </span>
        <span className="spring" />
        <CopyButton worded text={snippetText(pieces)} what="snippet" />
      </div>
      <div className="readers-text">
        <Snippet label="A profile with curl" pieces={pieces} />
      </div>
    </section>
  );
}
