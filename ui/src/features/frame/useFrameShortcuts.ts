/** Keys that work on every screen. */

import { useNavigate } from "@tanstack/react-router";
import { useShortcuts } from "../../components/shortcuts";
import { setKeysOpen, togglePalette } from "../../operator/openDialogs";
import { railFolded } from "../../operator/railFolded";

export function useFrameShortcuts(): void {
  const navigate = useNavigate();
  useShortcuts(
    "Anywhere",
    [
      { keys: "mod+k", does: "Command palette", run: togglePalette, inDialogs: true },
      { keys: "/", does: "Search or filter", run: () => void navigate({ to: "/users" }) },
      { keys: "g u", does: "Go to users", run: () => void navigate({ to: "/users" }) },
      { keys: "g i", does: "Go to imports", run: () => void navigate({ to: "/imports" }) },
      { keys: "g s", does: "Go to settings", run: () => void navigate({ to: "/settings/storage" }) },
      { keys: "alt+ArrowLeft", does: "Back", run: () => history.back() },
      { keys: "alt+ArrowRight", does: "Forward", run: () => history.forward() },
      { keys: "mod+\\", does: "Fold the rail", run: () => railFolded.set(!railFolded.get()) },
      { keys: "?", does: "These keys", run: () => setKeysOpen(true) },
      { keys: "Escape", does: "Close or clear" },
    ],
    "frame",
  );
}
