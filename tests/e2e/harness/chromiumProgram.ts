/** The system's Chromium and how it is started: nothing is downloaded, and it calls nobody. */
export const chromiumProgram = {
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
};
