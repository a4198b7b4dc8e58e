/** The workspaces: made, renamed, chosen. */

import { Check, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { WorkspaceView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { ErrorState } from "../../components/ErrorState";
import { IconButton } from "../../components/IconButton";
import { counted } from "../../components/numbers";
import { useShortcuts } from "../../components/shortcuts";
import { Time } from "../../components/Time";
import { chooseWorkspace, useWorkspace } from "../../operator/workspace";
import { SettingsScreen, SettingsSection } from "./SettingsScreen";
import { WorkspaceDialog } from "./WorkspaceDialog";

export function WorkspacesPage() {
  const list = useCommand("workspaces_list", {});
  const inputs = useCommand("inputs_list", {}).data?.inputs ?? [];
  const scopes = useCommand("scopes_list", {}).data?.scopes ?? [];
  const { workspace: current } = useWorkspace();
  /** What the dialog is about: a new one, or one to rename. */
  const [editing, setEditing] = useState<"new" | WorkspaceView>();
  const workspaces = list.data?.workspaces ?? [];
  useShortcuts("Workspaces", [{ keys: "n", does: "New workspace", run: () => setEditing("new") }]);
  return (
    <SettingsScreen
      name="Workspaces"
      keys={[{ keys: ["n"], does: "new" }]}
      sum={list.data && `${counted(workspaces.length, "workspace")}, ${counted(inputs.length, "input")}`}
      actions={
        <Button icon={Plus} keys={["n"]} onClick={() => setEditing("new")}>
          New workspace
        </Button>
      }
    >
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} busy={list.isFetching} />}
      {list.data && (
        <SettingsSection
          title="Workspaces"
          note="attributes, consent and devices are kept apart in each; users are shared within a scope"
        >
          <div className="settings-workspaces">
            <div className="cols-head" aria-hidden>
              <span className="num">No.</span>
              <span>Name</span>
              <span>Users of</span>
              <span className="num">Inputs</span>
              <span className="num">Made</span>
              <span />
            </div>
            {workspaces.map((workspace) => (
              <WorkspaceRow
                key={workspace.id}
                workspace={workspace}
                inputs={inputs.filter((input) => input.workspace === workspace.id).length}
                scope={scopes.find((scope) => scope.id === workspace.scope)?.name ?? "–"}
                current={workspace.id === current?.id}
                onRename={() => setEditing(workspace)}
              />
            ))}
          </div>
        </SettingsSection>
      )}
      <WorkspaceDialog
        editing={editing}
        workspaces={workspaces}
        scopes={scopes}
        onClose={() => setEditing(undefined)}
      />
    </SettingsScreen>
  );
}

interface WorkspaceRowProps {
  workspace: WorkspaceView;
  inputs: number;
  scope: string;
  current: boolean;
  onRename: () => void;
}

function WorkspaceRow({ workspace, inputs, scope, current, onRename }: WorkspaceRowProps) {
  return (
    <div className="cols-row">
      <span className="num t3">{workspace.id}</span>
      <span className="line-up">
        <span className="medium trunc">{workspace.name}</span>
        {current && (
          <Chip tone="accent" icon={Check}>
            looked at
          </Chip>
        )}
      </span>
      <span className="t2" title={scope}>
        {scope}
      </span>
      <span className="num t2">{inputs}</span>
      <span className="num t3">
        {workspace.created_ms > 0 ? <Time ms={workspace.created_ms} form="day" /> : "at the start"}
      </span>
      <span className="line-up settings-row-acts">
        {!current && (
          <Button kind="ghost" onClick={() => chooseWorkspace(workspace.id)}>
            Look at it
          </Button>
        )}
        <IconButton icon={Pencil} label={`Rename ${workspace.name}`} onClick={onRename} />
      </span>
    </div>
  );
}
