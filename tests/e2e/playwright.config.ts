import { defineConfig } from "@playwright/test";
import { chromium } from "./harness/chromium.ts";

/** Two suites: the screens in Chromium on `uav serve`, and the desktop program's own window through WebDriver. */
export default defineConfig({
  outputDir: "results/artifacts",
  globalSetup: "./harness/seedStores.ts",
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: chromium,
  projects: [
    { name: "browser", testDir: "browser" },
    { name: "window", testDir: "window" },
  ],
});
