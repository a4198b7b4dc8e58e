/** Where the palette can go and what it can do here and now. */

import { useNavigate } from "@tanstack/react-router";
import {
  ArrowLeftRight,
  BookKey,
  BookOpen,
  CircleHelp,
  Fingerprint,
  FlaskConical,
  FolderOpen,
  HardDrive,
  Layers,
  Link,
  MonitorCog,
  Moon,
  Palette,
  PanelLeft,
  Sun,
  Unplug,
  Upload,
  Users,
} from "lucide-react";
import { copyText } from "../../components/copyText";
import { toast } from "../../components/toasts";
import { environment, environments, environmentWords } from "../../operator/environment";
import { setKeysOpen } from "../../operator/openDialogs";
import { railFolded } from "../../operator/railFolded";
import { isDark, setTheme, theme } from "../../operator/theme";
import { chooseWorkspace, useWorkspace } from "../../operator/workspace";
import { chooseFiles } from "../imports/intake";
import { useReviewFile } from "../imports/useReviewFile";
import type { PaletteAction } from "./actions";

type PalettePlace =
  | "/users"
  | "/imports"
  | "/start"
  | "/reference"
  | `/settings/${"storage" | "workspaces" | "identity" | "inputs" | "readers" | "appearance"}`;

export function usePaletteActions(): PaletteAction[] {
  const navigate = useNavigate();
  const review = useReviewFile();
  const now = environment.use();
  const { workspaces, workspace } = useWorkspace();
  const dark = isDark();
  const go = (to: PalettePlace) => () => void navigate({ to });
  const other = environments.find((each) => each !== now) ?? now;
  return [
    { id: "users", icon: Users, words: "Go to users", detail: "", also: "search find", keys: "g u", run: go("/users") },
    {
      id: "imports",
      icon: Upload,
      words: "Go to imports",
      detail: "",
      also: "upload files jobs",
      keys: "g i",
      run: go("/imports"),
    },
    {
      id: "import",
      icon: FolderOpen,
      words: "Import files",
      detail: "NDJSON or JSON",
      also: "upload load drop",
      run: () => void chooseFiles(review),
    },
    {
      id: "sample",
      icon: FlaskConical,
      words: "Load sample data",
      detail: "A made-up shop of any size",
      also: "demo example shop start first",
      run: go("/start"),
    },
    {
      id: "environment",
      icon: ArrowLeftRight,
      words: `Switch to ${other}`,
      detail: `Now ${environmentWords(now)}`,
      also: "environment",
      run: () => environment.set(other),
    },
    {
      id: "theme",
      icon: dark ? Sun : Moon,
      words: dark ? "Switch to the light theme" : "Switch to the dark theme",
      detail: "",
      also: "dark light mode appearance colours",
      run: () => setTheme(dark ? "light" : "dark"),
    },
    ...(theme.get() === "system"
      ? []
      : [
          {
            id: "system",
            icon: MonitorCog,
            words: "Follow the system’s theme",
            detail: "",
            also: "dark light mode auto",
            run: () => setTheme("system"),
          },
        ]),
    ...workspaces
      .filter((each) => each.id !== workspace?.id)
      .map((each) => ({
        id: `workspace-${each.id}`,
        icon: Layers,
        words: `Switch to ${each.name}`,
        detail: "Workspace",
        also: "workspace",
        run: () => chooseWorkspace(each.id),
      })),
    {
      id: "storage",
      icon: HardDrive,
      words: "Where the data is",
      detail: "Settings",
      also: "storage file database size path",
      keys: "g s",
      run: go("/settings/storage"),
    },
    {
      id: "workspaces",
      icon: Layers,
      words: "Workspaces",
      detail: "Settings",
      also: "create rename",
      run: go("/settings/workspaces"),
    },
    {
      id: "inputs",
      icon: Unplug,
      words: "Inputs and their keys",
      detail: "Settings",
      also: "sdk api key secret snippet feed collector port limits refused rotate revoke",
      run: go("/settings/inputs"),
    },
    {
      id: "identity",
      icon: Fingerprint,
      words: "Identity strategy and priority",
      detail: "Settings",
      also: "idsync scope merge login unique immutable resolve resolution",
      run: go("/settings/identity"),
    },
    {
      id: "readers",
      icon: BookKey,
      words: "API readers",
      detail: "Settings",
      also: "credentials profile api token client secret",
      run: go("/settings/readers"),
    },
    {
      id: "reference",
      icon: BookOpen,
      words: "API reference",
      detail: "",
      also: "openapi http documentation endpoints",
      run: go("/reference"),
    },
    {
      id: "appearance",
      icon: Palette,
      words: "Appearance",
      detail: "Settings",
      also: "theme keys letters motion",
      run: go("/settings/appearance"),
    },
    {
      id: "link",
      icon: Link,
      words: "Copy the link to this screen",
      detail: "",
      also: "share address url",
      run: () => void copyText(location.href).then((done) => done && toast({ title: "Link copied" })),
    },
    {
      id: "rail",
      icon: PanelLeft,
      words: "Fold or unfold the rail",
      detail: "",
      also: "sidebar navigation",
      keys: "mod+\\",
      run: () => railFolded.set(!railFolded.get()),
    },
    {
      id: "keys",
      icon: CircleHelp,
      words: "Show all keys",
      detail: "",
      also: "help shortcuts keyboard",
      keys: "?",
      run: () => setKeysOpen(true),
    },
  ];
}
