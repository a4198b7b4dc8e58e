/** What the contract is as a whole: shown while no operation is chosen. */

import { CopyButton } from "../../components/CopyButton";
import type { OpenApi } from "./openapi";
import { Prose, Words } from "./Prose";
import type { ServerAddress } from "./useServerAddress";
import { sent } from "./waysIn";

export function Introduction({ doc, server }: { doc: OpenApi; server: ServerAddress }) {
  const schemes = Object.entries(doc.components?.securitySchemes ?? {});
  return (
    <article className="reference-pane" aria-label="Introduction">
      <header className="reference-head">
        <h2>{doc.info.summary ?? doc.info.title}</h2>
        <div className="reference-address">
          <span className="mono reference-path">{server.origin}</span>
          <CopyButton text={server.origin} what="address" />
        </div>
      </header>
      <div className="reference-part">
        <div className="reference-docs">
          <Prose text={doc.info.description ?? ""} />
        </div>
      </div>
      <section className="reference-section" aria-label="Credentials">
        <div className="section-head">
          <h2>Credentials</h2>
          <span className="section-count">{schemes.length}</span>
        </div>
        <dl className="reference-facts">
          {schemes.map(([name, scheme]) => (
            <div key={name}>
              <dt className="mono">{sent(scheme)}</dt>
              <dd>
                <Words text={scheme.description ?? ""} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="reference-section" aria-label="What there is">
        <div className="section-head">
          <h2>What there is</h2>
        </div>
        <dl className="reference-facts">
          {(doc.tags ?? []).map(({ name, description = "" }) => (
            <div key={name}>
              <dt className="medium">{name}</dt>
              <dd>
                <Words text={description} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}
