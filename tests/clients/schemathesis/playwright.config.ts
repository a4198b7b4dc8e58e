import { defineConfig } from "@playwright/test";

/** Requests made up from the served description of the doors, for as long as the time allows. */
export default defineConfig({
  testDir: ".",
  outputDir: "../results/artifacts",
  reporter: [["list"]],
  timeout: 600_000,
  workers: 1,
  retries: 0,
  forbidOnly: true,
});
