import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from "@playwright/test";

/** The system's Chromium: nothing is downloaded, and it calls nobody. */
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
  launchOptions: {
    executablePath: process.env.UAV_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};
