import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { results } from "./places.ts";

/** Runs a program and answers what it printed; a failure is an error with its words. */
export const run = promisify(execFile);

/** How long the packages may take to arrive. */
const patienceMs = 300_000;

/** Installs the Python packages of a list, unless they are those of the last run; answers the folder of programs. */
export async function virtualEnvironment(name: string, requirements: string): Promise<string> {
  const folder = path.join(results, "python", name);
  const installed = path.join(folder, "installed.txt");
  const wanted = await readFile(requirements, "utf8");
  if ((await readFile(installed, "utf8").catch(() => "")) !== wanted) {
    await rm(folder, { recursive: true, force: true });
    await run("python3", ["-m", "venv", folder]);
    const options = ["install", "--quiet", "--disable-pip-version-check", "-r", requirements];
    await run(path.join(folder, "bin/pip"), options, { timeout: patienceMs });
    await writeFile(installed, wanted);
  }
  return path.join(folder, "bin");
}
