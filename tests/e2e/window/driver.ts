import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";

/** A running WebKitWebDriver on a bus of its own. */
export interface Driver {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the driver; the program that it opens inherits `environment`, and what both say goes into `log`. */
export async function startDriver(environment: NodeJS.ProcessEnv, log: string): Promise<Driver> {
  const said = openSync(log, "w");
  const port = await freePort();
  // `exec` lets a signal reach the driver itself; the bus ends with it.
  const command = `exec WebKitWebDriver --host=127.0.0.1 --port=${port}`;
  const driver = spawn("dbus-run-session", ["--", "sh", "-c", command], {
    env: environment,
    stdio: ["ignore", said, said],
    detached: true,
  });
  closeSync(said);
  const ended = once(driver, "close");
  const url = `http://127.0.0.1:${port}`;
  await answering(url, ended);
  return {
    url,
    async close() {
      if (driver.pid !== undefined && driver.exitCode === null) process.kill(-driver.pid, "SIGTERM");
      await ended;
    },
  };
}

/** Waits until the driver answers; it says nothing by itself. */
async function answering(url: string, ended: Promise<unknown>): Promise<void> {
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  const until = Date.now() + 20_000;
  while (!gone && Date.now() < until) {
    const ready = await fetch(`${url}/status`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("WebKitWebDriver does not answer");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
