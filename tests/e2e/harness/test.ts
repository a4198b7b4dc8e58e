import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import { shopFolder } from "./places.ts";
import { type Server, startServer } from "./server.ts";

export { expect } from "@playwright/test";

interface WorkerFixtures {
  /** A server on a copy of the sample shop, shared by the tests of a worker, which only read from it. */
  shop: Server;
}

interface TestFixtures {
  /** A server on a copy of the sample shop for this test alone, which may change it or end it. */
  ownShop: Server;
  /** A server on an empty store for this test alone. */
  emptyServer: Server;
  /** A folder for this test's files. */
  scratch: string;
}

/** Playwright's `test` with servers. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  shop: [
    async ({}, use) => {
      const folder = await temporaryFolder();
      await cp(shopFolder, folder, { recursive: true });
      await serving(folder, use);
    },
    { scope: "worker" },
  ],
  ownShop: async ({}, use) => {
    const folder = await temporaryFolder();
    await cp(shopFolder, folder, { recursive: true });
    await serving(folder, use);
  },
  emptyServer: async ({}, use) => {
    await serving(await temporaryFolder(), use);
  },
  scratch: async ({}, use) => {
    const folder = await temporaryFolder();
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), "uav-e2e-"));
}

async function serving(folder: string, use: (server: Server) => Promise<void>): Promise<void> {
  const server = await startServer(folder);
  await use(server);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
