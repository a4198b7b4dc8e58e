import { randomUUID } from "node:crypto";
import { open, writeFile } from "node:fs/promises";
import path from "node:path";
import { runUav, sampleBatches } from "./programs.ts";

/** A file with good and bad lines, and what must come of it. */
export interface MixedFile {
  /** Where it is. */
  path: string;
  name: string;
  /** Lines that are batches. */
  good: number;
  /** The lines that must be refused, from 1, with the code of the reason. */
  refused: { line: number; reason: string }[];
}

/** Writes batches of new users with a line that is no JSON and a line that is nobody's put between them. */
export async function writeMixedFile(folder: string, name = "orders.ndjson"): Promise<MixedFile> {
  const lines = (await sampleBatches({ users: 12, days: 20, seed: 4_711 })).trim().split("\n");
  const good = new Set(lines).size;
  const bad = [
    { at: 3, text: '{"mpid":"4418270935516602871","events":[{"event_type":"comm', reason: "not_json" },
    { at: 9, text: nobodys(), reason: "no_identity" },
    { at: 14, text: '{"environment": production}', reason: "not_json" },
  ];
  for (const { at, text } of bad) lines.splice(at - 1, 0, text);
  const file = path.join(folder, name);
  await writeFile(file, `${lines.join("\n")}\n`);
  return { path: file, name, good, refused: bad.map(({ at, reason }) => ({ line: at, reason })) };
}

/** A batch with an event and no user, device or MPID. */
function nobodys(): string {
  const event = {
    event_type: "custom_event",
    data: { event_name: "newsletter_opened", timestamp_unixtime_ms: 1 },
  };
  return JSON.stringify({ source_request_id: randomUUID(), environment: "production", events: [event] });
}

/** Writes a shop that takes a debug build some seconds to import, so that it can be held on its way. */
export async function writeLongFile(folder: string, name: string, users: number): Promise<string> {
  const file = path.join(folder, name);
  const written = await open(file, "w");
  await runUav(["sample", "--users", `${users}`, "--days", "60", "--seed", "815"], { into: written.fd });
  await written.close();
  return file;
}
