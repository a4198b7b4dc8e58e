/** Who may read profiles over the API: made, shown once, revoked. */

import { Ban, BookKey, Plus } from "lucide-react";
import { useState } from "react";
import type { CredentialView, MadeCredentialView, WorkspaceView } from "../../../api/generated/admin";
import { useCommand } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { CopyButton } from "../../../components/CopyButton";
import { Empty } from "../../../components/Empty";
import { ErrorState } from "../../../components/ErrorState";
import { IconButton } from "../../../components/IconButton";
import { counted } from "../../../components/numbers";
import { SkeletonRows } from "../../../components/SkeletonRows";
import { useShortcuts } from "../../../components/shortcuts";
import { shortId } from "../../../components/shortId";
import { Time } from "../../../components/Time";
import { useWorkspace } from "../../../operator/workspace";
import { SettingsScreen, SettingsSection } from "../SettingsScreen";
import { MadeReader } from "./MadeReader";
import { ReaderDialog } from "./ReaderDialog";
import { ReaderSnippet } from "./ReaderSnippet";
import { RevokeReaderDialog } from "./RevokeReaderDialog";
import { readersInOrder } from "./readersInOrder";
import "./readers.css";

export function ReadersPage() {
  const list = useCommand("credentials_list", {});
  const readers = readersInOrder(list.data?.credentials ?? []);
  const used = readers.filter((reader) => reader.revoked_ms === null);
  const { workspaces } = useWorkspace();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeCredentialView>();
  const [revoking, setRevoking] = useState<CredentialView>();
  useShortcuts("API readers", [{ keys: "n", does: "New reader", run: () => setMaking(true) }]);
  return (
    <SettingsScreen
      name="API readers"
      keys={[{ keys: ["n"], does: "new" }]}
      sum={list.data && `${counted(used.length, "reader")} in use`}
      actions={
        <Button kind="primary" icon={Plus} keys={["n"]} onClick={() => setMaking(true)}>
          New reader
        </Button>
      }
    >
      {list.isError && (
        <ErrorState
          error={list.error}
          title="The readers could not be read"
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      )}
      {list.isPending && <SkeletonRows says="Reading the readers" bars={[24, 30, 12]} />}
      {made && <MadeReader made={made} onKept={() => setMade(undefined)} />}
      {list.data &&
        (readers.length === 0 ? (
          <Empty
            icon={BookKey}
            title="Nobody reads over the API"
            actions={
              <Button icon={Plus} onClick={() => setMaking(true)}>
                New reader
              </Button>
            }
          >
            A reader is a program that asks for profiles over HTTP, with an id and a secret of its own, in the
            workspaces that you name.
          </Empty>
        ) : (
          <SettingsSection title="Readers" note="programs that ask for profiles over HTTP">
            <div className="readers-table">
              <div className="cols-head" aria-hidden>
                <span>Name</span>
                <span>Client ID</span>
                <span>Reads</span>
                <span className="num">Made</span>
                <span />
              </div>
              {readers.map((reader) => (
                <ReaderRow
                  key={reader.client_id}
                  reader={reader}
                  workspaces={workspaces}
                  onRevoke={() => setRevoking(reader)}
                />
              ))}
            </div>
          </SettingsSection>
        ))}
      {used[0] && made === undefined && <ReaderSnippet reader={used[0]} />}
      <ReaderDialog
        open={making}
        workspaces={workspaces}
        onClose={() => setMaking(false)}
        onMade={(next) => {
          setMaking(false);
          setMade(next);
        }}
      />
      <RevokeReaderDialog
        revoking={revoking}
        onClose={() => setRevoking(undefined)}
        onRevoked={(id) => made?.credential.client_id === id && setMade(undefined)}
      />
    </SettingsScreen>
  );
}

interface ReaderRowProps {
  reader: CredentialView;
  workspaces: readonly WorkspaceView[];
  onRevoke: () => void;
}

function ReaderRow({ reader, workspaces, onRevoke }: ReaderRowProps) {
  const names = reader.workspaces.map((id) => workspaces.find((each) => each.id === id)?.name ?? `Workspace ${id}`);
  const revoked = reader.revoked_ms !== null;
  const name = reader.name === "" ? "Without a name" : reader.name;
  return (
    <div className="cols-row">
      <span className="line-up">
        <span className={`trunc ${revoked ? "t3" : "medium"}`}>{name}</span>
        {revoked && <Chip tone="outline">revoked</Chip>}
      </span>
      <span className="line-up">
        <span className="id trunc">{shortId(reader.client_id)}</span>
        <CopyButton text={reader.client_id} what="client ID" />
      </span>
      <span className="t2" title={names.join(", ")}>
        {names.join(", ")}
      </span>
      <span className="num t3">
        <Time ms={reader.created_ms} form="day" />
      </span>
      <span className="settings-row-acts line-up">
        {!revoked && <IconButton small icon={Ban} label={`Revoke ${name}`} onClick={onRevoke} />}
      </span>
    </div>
  );
}
