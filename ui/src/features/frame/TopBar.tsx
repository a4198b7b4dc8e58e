/** The top 44 px: workspace, environment, jump box, keys, theme. In the desktop window it is also what moves the window. */

import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, ChevronsUpDown, CircleHelp, Search, Settings2, SunMoon } from "lucide-react";
import { IconButton } from "../../components/IconButton";
import { Kbd } from "../../components/Kbd";
import { Menu, MenuChoice, MenuItem, MenuLine, MenuTitle } from "../../components/Menu";
import { StatusDot } from "../../components/StatusDot";
import { environment, environments, environmentWords } from "../../operator/environment";
import { setKeysOpen, setPaletteOpen } from "../../operator/openDialogs";
import { switchTheme } from "../../operator/theme";
import { chooseWorkspace, useWorkspace } from "../../operator/workspace";

const toneOf = { production: "pos", development: "info" } as const;

function WorkspaceSwitch() {
  const navigate = useNavigate();
  const { workspaces, workspace } = useWorkspace();
  const name = workspace?.name ?? "Workspace";
  return (
    <Menu
      trigger={
        <button type="button" className="top-workspace" aria-label={`Workspace: ${name}`}>
          <svg className="top-logo" viewBox="0 0 20 20" aria-hidden="true">
            <rect width="20" height="20" rx="5" />
            <path d="M5 13.5h2.2L9 6.5l2.2 7 1.4-4H15" />
          </svg>
          <span className="trunc">{name}</span>
          <span className="spring" />
          <ChevronsUpDown size={14} aria-hidden />
        </button>
      }
    >
      <MenuTitle>Workspace</MenuTitle>
      <MenuChoice
        label="Workspace"
        value={workspace?.id ?? -1}
        options={workspaces.map((each) => ({ value: each.id, words: each.name }))}
        onChoose={chooseWorkspace}
      />
      <MenuLine />
      <MenuItem icon={Settings2} onSelect={() => void navigate({ to: "/settings/workspaces" })}>
        All workspaces
      </MenuItem>
    </Menu>
  );
}

function EnvironmentSwitch() {
  const current = environment.use();
  return (
    <Menu
      trigger={
        <button type="button" className="top-environment" aria-label={`Environment: ${environmentWords(current)}`}>
          <StatusDot tone={toneOf[current]} />
          {environmentWords(current)}
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuTitle>Environment</MenuTitle>
      <MenuChoice
        label="Environment"
        value={current}
        options={environments.map((each) => ({
          value: each,
          words: (
            <span className="line-up">
              <StatusDot tone={toneOf[each]} />
              {environmentWords(each)}
            </span>
          ),
        }))}
        onChoose={environment.set}
      />
    </Menu>
  );
}

export function TopBar() {
  return (
    <header className="top" data-tauri-drag-region>
      <WorkspaceSwitch />
      <EnvironmentSwitch />
      <button type="button" className="top-jump" onClick={() => setPaletteOpen(true)}>
        <Search size={14} aria-hidden />
        Search users, or jump to…
        <span className="spring" />
        <Kbd keys={["mod", "k"]} />
      </button>
      <IconButton icon={CircleHelp} label="Keys" keys={["?"]} onClick={() => setKeysOpen(true)} />
      <IconButton icon={SunMoon} label="Switch theme" onClick={switchTheme} />
    </header>
  );
}
