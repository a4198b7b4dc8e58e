import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from "@playwright/test";
import { chromiumProgram } from "./chromiumProgram.ts";

/** Chromium as most tests look at it. */
export const chromium: Partial<PlaywrightTestOptions & PlaywrightWorkerOptions> & {
  screenshot: "only-on-failure";
  trace: "retain-on-failure";
} = {
  browserName: "chromium",
  viewport: { width: 1280, height: 800 },
  locale: "en-GB",
  timezoneId: "Europe/Berlin",
  screenshot: "only-on-failure",
  trace: "retain-on-failure",
  launchOptions: chromiumProgram,
};
