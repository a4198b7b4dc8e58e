import { defineConfig } from "@playwright/test";
import { chromium } from "../harness/chromium.ts";

/** Not a test: takes a picture of every screen, in both themes and sizes, into `UAV_SCREENSHOTS`. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.shots.ts",
  outputDir: "../results/artifacts",
  globalSetup: "../harness/seedStores.ts",
  reporter: [["list"]],
  timeout: 180_000,
  workers: 2,
  use: { ...chromium, trace: "off" },
});
