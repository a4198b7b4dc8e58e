import { spawn } from "node:child_process";
import { once } from "node:events";

/** A screen that nobody sees, for programs that need one. */
export interface Display {
  /** What `DISPLAY` must be. */
  readonly name: string;
  close(): Promise<void>;
}

/** Starts an X server on a display number that it finds free itself. */
export async function openDisplay(width: number, height: number): Promise<Display> {
  const screen = ["-screen", "0", `${width}x${height}x24`];
  const server = spawn("Xvfb", ["-displayfd", "3", ...screen, "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const ended = once(server, "close");
  const told = server.stdio[3];
  if (!told) throw new Error("Xvfb has no pipe to tell its number on");
  const number = await Promise.race([
    once(told, "data").then(([chunk]) => String(chunk).trim()),
    ended.then(() => Promise.reject(new Error("Xvfb ended before it had a display"))),
  ]);
  return {
    name: `:${number}`,
    async close() {
      server.kill("SIGTERM");
      await ended;
    },
  };
}
