/** What stands around every screen: top bar, rail, dialogs of the whole program, toasts. */

import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { KeysDialog } from "../../components/KeysDialog";
import { useMediaQuery } from "../../components/mediaQuery";
import { Toasts } from "../../components/Toasts";
import { setKeysOpen, useKeysOpen } from "./openDialogs";
import { Rail } from "./Rail";
import { railFolded } from "./railFolded";
import { TopBar } from "./TopBar";
import { useFrameShortcuts } from "./useFrameShortcuts";
import "./Frame.css";

export function Frame() {
  const keysOpen = useKeysOpen();
  const folded = railFolded.use();
  const tight = useMediaQuery("(max-width: 1087px)");
  useFrameShortcuts();
  return (
    <div className="frame" data-rail={folded || tight ? "folded" : "open"}>
      <a className="frame-skip" href="#content">
        Skip to the content
      </a>
      <TopBar />
      <Rail folded={folded || tight} />
      <main id="content" className="frame-content" tabIndex={-1}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
      <Toasts />
    </div>
  );
}
