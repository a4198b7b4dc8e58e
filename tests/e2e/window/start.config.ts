import { defineConfig } from "@playwright/test";

/** The measurement of `npm run window-start`. */
export default defineConfig({
  testDir: ".",
  testMatch: "start.measure.ts",
  outputDir: "../results/artifacts",
  reporter: [["line"]],
  timeout: 120_000,
  workers: 1,
});
