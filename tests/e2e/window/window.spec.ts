import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { desktop, results, shopFolder } from "../harness/places.ts";
import { startServer } from "../harness/server.ts";
import { someone } from "../harness/someone.ts";
import { type Display, openDisplay } from "./display.ts";
import { type Driver, startDriver } from "./driver.ts";
import { keys, Session } from "./session.ts";

/** Screenshots and what the programs said. */
const kept = path.join(results, "window");

/** The real window: the desktop program in its own WebView, on a screen that nobody sees. */
test("search, profile and activity in the desktop window, through the shell and not through HTTP", async () => {
  await withFolder(async (folder) => {
    await cp(shopFolder, folder, { recursive: true });
    const who = await whom(folder);
    await withWindow("driver", folder, {}, (window) => lookUp(window, who));
  });
});

test("the switch in Settings opens the door for SDKs on a loopback port, and closes it", async () => {
  await withFolder((folder) =>
    withWindow("driver-door", folder, { UAV_OPEN: "settings/inputs" }, openAndClose),
  );
});

async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  test.setTimeout(120_000);
  const folder = await mkdtemp(path.join(os.tmpdir(), "uav-window-"));
  try {
    await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the program on a folder; whatever comes of it, nothing of it stays behind but its log. */
async function withWindow(
  name: string,
  folder: string,
  more: NodeJS.ProcessEnv,
  act: (window: Session) => Promise<void>,
): Promise<void> {
  await mkdir(kept, { recursive: true });
  const log = path.join(kept, `${name}.log`);
  let display: Display | undefined;
  let driver: Driver | undefined;
  let window: Session | undefined;
  try {
    display = await openDisplay(1280, 800);
    driver = await startDriver({ ...process.env, ...environmentOf(display, folder), ...more }, log);
    window = await Session.open(driver.url, desktop);
    await act(window);
  } catch (fault) {
    throw new Error(`${fault}\nThe program and its driver said:\n${await readFile(log, "utf8")}`, {
      cause: fault,
    });
  } finally {
    // A window that hangs is ended with its driver.
    await window?.close().catch(() => undefined);
    await driver?.close();
    await display?.close();
  }
}

async function openAndClose(window: Session): Promise<void> {
  const flip = "const flip = document.querySelector('[role=switch]'); flip?.click(); return flip !== null;";
  const address =
    "return [...document.querySelectorAll('.inputs-address')].map((line) => line.innerText.trim())[0];";
  await window.until("the switch", flip);
  const opened = await window.until<string>("the address", address);
  expect(opened).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${opened}/openapi.json`)).status).toBe(200);
  // A page with the screens is not behind this door.
  expect((await fetch(`${opened}/users`)).status).toBe(404);
  await keep(window, "window-door");
  await window.run(flip);
  await expect(async () => {
    await expect(fetch(`${opened}/openapi.json`)).rejects.toThrow();
  }).toPass({ timeout: 10_000 });
}

/** Somebody of the shop, asked of a server that has ended again before the window opens the store. */
async function whom(folder: string) {
  const server = await startServer(folder);
  try {
    return await someone(server.url);
  } finally {
    await server.stop();
  }
}

function environmentOf(display: Display, folder: string): NodeJS.ProcessEnv {
  return {
    DISPLAY: display.name,
    UAV_DATA: folder,
    // Lets the WebView be driven.
    TAURI_AUTOMATION: "true",
    TAURI_WEBVIEW_AUTOMATION: "true",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  };
}

async function lookUp(
  window: Session,
  { hit, infix, name }: Awaited<ReturnType<typeof someone>>,
): Promise<void> {
  const box = await window.find('input[role="combobox"]');
  // From here on every request of the page is kept, to see who answered.
  await window.run(
    "window.asked = []; const send = fetch; window.fetch = (to, ...rest) => { window.asked.push(String(to.url ?? to)); return send(to, ...rest); };",
  );
  await window.type(box, infix);
  const option = await window.until<string>(
    "the user in the results",
    'return [...document.querySelectorAll("[role=option]")].map((row) => row.innerText).find((text) => text.includes(arguments[0]));',
    hit.mpid,
  );
  expect(option).toContain(name);

  await window.type(box, keys.enter);
  await window.until("the profile", "return document.querySelector('h1')?.innerText === arguments[0];", name);
  expect(await window.run("return location.pathname;")).toBe(`/users/${hit.mpid}`);
  await window.until(
    "the email in the profile",
    "return document.body.innerText.includes(arguments[0]);",
    hit.value,
  );
  await keep(window, "window-profile");

  await window.press("2");
  await window.until("the timeline", "return document.querySelector('[aria-label=Events] [role=row] time');");
  expect(await window.run("return location.pathname;")).toBe(`/users/${hit.mpid}/activity`);
  await keep(window, "window-activity");

  // Tauri's own protocol carried every command: no server was asked, and none listens.
  expect(await window.run("return location.protocol;")).toBe("tauri:");
  const asked = await window.run<string[]>("return window.asked;");
  expect(asked.length).toBeGreaterThan(0);
  for (const address of asked) expect(address).toMatch(/^ipc:\/\/localhost\//);
}

async function keep(window: Session, name: string): Promise<void> {
  await writeFile(path.join(kept, `${name}.png`), await window.screenshot());
}
