import { spawn } from "node:child_process";
import { uav } from "./places.ts";

export interface Streams {
  /** What the program reads. */
  input?: string;
  /** A file that takes what it prints; without one it is answered as text. */
  into?: number;
}

/** Runs `uav` and answers what it printed; a failure is an error with its words. */
export async function runUav(args: string[], { input, into }: Streams = {}): Promise<string> {
  const program = spawn(uav, args, {
    stdio: [input === undefined ? "ignore" : "pipe", into ?? "pipe", "pipe"],
  });
  const printed: Buffer[] = [];
  const complaints: Buffer[] = [];
  program.stdout?.on("data", (chunk: Buffer) => printed.push(chunk));
  program.stderr?.on("data", (chunk: Buffer) => complaints.push(chunk));
  // A program that ends before it has read everything says why by its exit code.
  program.stdin?.on("error", () => undefined);
  program.stdin?.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    program.once("error", reject);
    program.once("close", resolve);
  });
  if (code !== 0) {
    throw new Error(`uav ${args.join(" ")} ended with ${code}: ${Buffer.concat(complaints).toString()}`);
  }
  return Buffer.concat(printed).toString();
}

/** A made-up shop, one batch a line. */
export function sampleBatches(shop: { users: number; days: number; seed: number }): Promise<string> {
  const { users, days, seed } = shop;
  return runUav(["sample", "--users", `${users}`, "--days", `${days}`, "--seed", `${seed}`]);
}

/** Imports batches into the store of a folder. */
export async function importBatches(folder: string, batches: string): Promise<void> {
  await runUav(["import", "--data", folder, "--json", "-"], { input: batches });
}
