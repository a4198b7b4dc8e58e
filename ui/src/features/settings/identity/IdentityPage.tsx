/** Identity scopes: whose users are shared, and how requests find them. */

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { ScopeListView, ScopeSettings, ScopeView } from "../../../api/generated/admin";
import { useCommand } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { ErrorState } from "../../../components/ErrorState";
import { IconButton } from "../../../components/IconButton";
import { counted } from "../../../components/numbers";
import { SkeletonRows } from "../../../components/SkeletonRows";
import { useShortcuts } from "../../../components/shortcuts";
import { Tab, TabBar } from "../../../components/TabBar";
import { SettingsScreen } from "../SettingsScreen";
import { ScopeDialog } from "./ScopeDialog";
import { ScopeEditor } from "./ScopeEditor";
import { scopeChanges } from "./scopeChanges";
import "./identity.css";

export function IdentityPage() {
  const list = useCommand("scopes_list", {});
  if (list.data) return <Scopes list={list.data} />;
  return (
    <SettingsScreen name="Identity">
      {list.isError ? (
        <ErrorState
          error={list.error}
          title="The identity scopes could not be read"
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      ) : (
        <SkeletonRows says="Reading the identity scopes" height={28} bars={[6, 24, 40]} />
      )}
    </SettingsScreen>
  );
}

function Scopes({ list }: { list: ScopeListView }) {
  const { scopes, types } = list;
  const asked = useSearch({ from: "/settings/identity" }).scope;
  const navigate = useNavigate();
  const [editing, setEditing] = useState<"new" | ScopeView>();
  /** Settings that are not saved, by scope: they stay while another one is looked at. */
  const [drafts, setDrafts] = useState<ReadonlyMap<number, ScopeSettings>>(new Map());
  const scope = scopes.find((each) => each.id === asked) ?? scopes[0];
  const draft = scope && drafts.get(scope.id);
  const changes = scope && draft ? scopeChanges(scope.settings, draft, types) : [];
  const keep = (settings: ScopeSettings | undefined) => {
    if (!scope) return;
    const next = new Map(drafts);
    if (settings) next.set(scope.id, settings);
    else next.delete(scope.id);
    setDrafts(next);
  };
  useShortcuts("Identity", [{ keys: "n", does: "New scope", run: () => setEditing("new") }]);
  return (
    <SettingsScreen
      name="Identity"
      whole
      keys={[
        { keys: ["alt", "arrowup"], does: "move up" },
        { keys: ["u"], does: "unique" },
        { keys: ["l"], does: "log-in" },
        { keys: ["p"], does: "preview" },
        { keys: ["mod", "s"], does: "save" },
      ]}
      sum={scopes.length > 1 && counted(scopes.length, "scope")}
      after={changes.length > 0 && <Chip tone="info">{counted(changes.length, "change")}, not saved</Chip>}
      actions={
        <Button icon={Plus} keys={["n"]} onClick={() => setEditing("new")}>
          New scope
        </Button>
      }
    >
      {scopes.length > 1 && (
        <div className="identity-scopes">
          <TabBar label="Identity scopes">
            {scopes.map((each) => (
              <Tab
                key={each.id}
                to="/settings/identity"
                search={{ scope: each.id }}
                active={each.id === scope?.id}
                count={each.workspaces.length}
              >
                {each.name}
              </Tab>
            ))}
          </TabBar>
        </div>
      )}
      {scope && (
        <ScopeEditor
          key={scope.id}
          scope={scope}
          list={list}
          draft={draft ?? scope.settings}
          changes={changes}
          onDraft={keep}
          lead={
            <div className="identity-members">
              <b className="medium">{scope.name}</b>
              <IconButton small icon={Pencil} label={`Rename ${scope.name}`} onClick={() => setEditing(scope)} />
              <span className="t2 trunc">{membersWords(scope)}</span>
            </div>
          }
        />
      )}
      <ScopeDialog
        editing={editing}
        scopes={scopes}
        onClose={() => setEditing(undefined)}
        onMade={(made) => void navigate({ to: "/settings/identity", search: { scope: made.id } })}
      />
    </SettingsScreen>
  );
}

function membersWords({ workspaces }: ScopeView): string {
  if (workspaces.length === 0) return "no workspace yet: choose this scope for a new one, under Workspaces";
  const names = workspaces.map((workspace) => workspace.name).join(", ");
  return workspaces.length === 1 ? `the users of ${names}` : `users shared by ${names}`;
}
