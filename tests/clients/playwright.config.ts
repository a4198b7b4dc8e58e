import { defineConfig } from "@playwright/test";
import { chromiumProgram } from "../e2e/harness/chromiumProgram.ts";

/** The official libraries against the program, and a table of requests that no library sends. */
export default defineConfig({
  outputDir: "results/artifacts",
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  projects: [
    {
      name: "web",
      testDir: "web",
      use: {
        browserName: "chromium",
        launchOptions: {
          ...chromiumProgram,
          // The certificate before the engine is made for the run.
          args: [...chromiumProgram.args, "--ignore-certificate-errors"],
        },
      },
    },
    { name: "native", testDir: "native" },
    { name: "node", testDir: "node" },
    { name: "python", testDir: "python" },
    { name: "requests", testDir: "requests" },
  ],
});
