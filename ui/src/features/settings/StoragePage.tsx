/** Where the data is and what it holds. */

import type { ReactNode } from "react";
import type { StorageView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { CopyButton } from "../../components/CopyButton";
import { ErrorState } from "../../components/ErrorState";
import { bytesText, countText } from "../../components/numbers";
import { SkeletonRows } from "../../components/SkeletonRows";
import { Time } from "../../components/Time";
import { durabilityWords } from "./durabilityWords";
import { SettingsScreen, SettingsSection } from "./SettingsScreen";

export function StoragePage() {
  const storage = useCommand("storage_get", {});
  const status = useCommand("engine_status", {});
  return (
    <SettingsScreen name="Where the data is" sum={status.data && `User Activity View ${status.data.version}`}>
      {storage.isError && (
        <ErrorState
          error={storage.error}
          title="The store could not be asked"
          onRetry={() => void storage.refetch()}
          busy={storage.isFetching}
        />
      )}
      {storage.isPending && <SkeletonRows says="Asking the store" rows={6} height={28} bars={[14, 40]} />}
      {storage.data && <Storage storage={storage.data} />}
    </SettingsScreen>
  );
}

function Storage({ storage }: { storage: StorageView }) {
  const { path } = storage;
  const cut = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1;
  return (
    <>
      <SettingsSection title="The file" note="everything is in it; nothing leaves this computer">
        <dl className="settings-facts">
          <Fact name="Path">
            <span className="mono settings-file">
              <span className="t3">{path.slice(0, cut)}</span>
              {path.slice(cut)}
            </span>
            <CopyButton text={path} what="path" />
          </Fact>
          <Fact name="Size">
            {bytesText(storage.bytes)} <span className="t3">with its journal</span>
          </Fact>
          <Fact name="Store">{storage.engine}</Fact>
          <Fact name="Safety">{durabilityWords(storage.durability)}</Fact>
        </dl>
      </SettingsSection>
      <SettingsSection title="What it holds">
        <Holding words="Profiles, production" count={storage.production_profiles} />
        <Holding words="Profiles, development" count={storage.development_profiles} />
        <Holding words="Identities" more="that can be searched, former ones included" count={storage.identities} />
        <Holding words="Batches" more="in the log" count={storage.batches} />
        <Holding words="Events" more="in the log" count={storage.events} />
      </SettingsSection>
      <SettingsSection title="The log" note="what was received, in the order in which it came">
        <dl className="settings-facts">
          <Fact name="First batch">
            <Moment ms={storage.first_received_ms} />
          </Fact>
          <Fact name="Last batch">
            <Moment ms={storage.last_received_ms} />
          </Fact>
        </dl>
      </SettingsSection>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moment({ ms }: { ms: number | null }) {
  return ms === null ? <span className="t3">–</span> : <Time ms={ms} form="both" />;
}

function Holding({ words, more, count }: { words: string; more?: string; count: number }) {
  return (
    <div className="settings-row">
      <span>
        {words} {more && <span className="t3">{more}</span>}
      </span>
      <span className="num semi">{countText(count)}</span>
    </div>
  );
}
