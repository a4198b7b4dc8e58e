import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "@playwright/test";
import { desktop, results } from "../harness/places.ts";
import { type Display, openDisplay } from "./display.ts";
import { type Driver, startDriver } from "./driver.ts";
import { Session } from "./session.ts";

const folder = path.join(results, "window");

/** What most stores have in some identity. */
const asked = "an";

/**
 * Not a test: how long the desktop program takes from its start to a search that answers, on the data of `UAV_DATA`.
 * Writes the seconds into `results/window/start-seconds`, the driver's own time included.
 */
test("the start of the window", async () => {
  await mkdir(folder, { recursive: true });
  const log = path.join(folder, "start.log");
  let display: Display | undefined;
  let driver: Driver | undefined;
  let window: Session | undefined;
  try {
    display = await openDisplay(1280, 800);
    const automation = { TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true" };
    const environment = { DISPLAY: display.name, WEBKIT_DISABLE_DMABUF_RENDERER: "1", ...automation };
    driver = await startDriver({ ...process.env, ...environment }, log);
    const started = performance.now();
    window = await Session.open(driver.url, desktop);
    const box = await window.find('input[role="combobox"]');
    await window.type(box, asked);
    await window.until("a user", "return document.querySelector('[role=option] mark') !== null;");
    const seconds = (performance.now() - started) / 1000;
    await writeFile(path.join(folder, "start-seconds"), `${seconds.toFixed(3)}\n`);
  } catch (fault) {
    throw new Error(`${fault}\nThe program said:\n${await readFile(log, "utf8")}`, { cause: fault });
  } finally {
    await window?.close().catch(() => undefined);
    await driver?.close();
    await display?.close();
  }
});
