import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { uav } from "./places.ts";

/** How long a server may take to say where it is, and to end. */
const patienceMs = 20_000;

/** A running `uav serve`. */
export interface Server {
  /** Its address, `http://127.0.0.1:12345`. */
  readonly url: string;
  /** The folder of its data. */
  readonly folder: string;
  /** Ends it as an operator would, and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a server on a folder, on a free port unless an address is given, and waits until it listens. */
export async function startServer(folder: string, listen = "127.0.0.1:0"): Promise<Server> {
  const program = spawn(uav, ["serve", "--data", folder, "--listen", listen], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const complaints: string[] = [];
  program.stderr.on("data", (chunk: Buffer) => complaints.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => program.once("close", () => resolve()));
  const url = await printedAddress(program, complaints);
  return { url, folder, stop: () => end(program, ended) };
}

async function printedAddress(program: ChildProcess, complaints: string[]): Promise<string> {
  if (program.stdout === null) throw new Error("the server has no standard output");
  const lines = createInterface({ input: program.stdout });
  return await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the server did not say where it is")), patienceMs);
    lines.on("line", (line) => {
      const url = /https?:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) {
        clearTimeout(late);
        resolve(url);
      }
    });
    program.once("error", reject);
    program.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${code}: ${complaints.join("")}`));
    });
  });
}

async function end(program: ChildProcess, ended: Promise<void>): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill("SIGTERM");
  // A page that still listens to the server's events must not hold the tests up.
  const late = setTimeout(() => program.kill("SIGKILL"), patienceMs / 10);
  await ended;
  clearTimeout(late);
}
