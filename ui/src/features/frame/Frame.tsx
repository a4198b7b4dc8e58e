/** What stands around every screen: top bar, rail, dialogs of the whole program, toasts. */

import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { fetched } from "../../api/parts";
import { KeysDialog } from "../../components/KeysDialog";
import { useMediaQuery } from "../../components/mediaQuery";
import { Toasts } from "../../components/Toasts";
import { setKeysOpen, setPaletteOpen, useKeysOpen, usePaletteOpen } from "../../operator/openDialogs";
import { railFolded } from "../../operator/railFolded";
import { Rail } from "./Rail";
import { TopBar } from "./TopBar";
import { useFrameShortcuts } from "./useFrameShortcuts";
import "./Frame.css";

const Palette = lazy(() => fetched(import("../palette/Palette")).then((module) => ({ default: module.Palette })));

export function Frame() {
  const keysOpen = useKeysOpen();
  const paletteOpen = usePaletteOpen();
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
      <Suspense>
        <Palette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
      </Suspense>
      <Toasts />
    </div>
  );
}
