import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { rpc } from "../../e2e/harness/rpc.ts";
import { Engine } from "../harness/engine.ts";
import type { ProfileReader } from "../harness/profileReader.ts";

/** What the tables' names in braces stand for. */
export type Names = Record<string, string>;

/** An engine with everything that the tables speak of. */
export interface World {
  engine: Engine;
  reader: ProfileReader;
  names: Names;
}

const hourMs = 3_600_000;

/** Makes it all. */
export async function makeWorld(): Promise<World> {
  const engine = await Engine.start();
  const names: Names = {};
  await makeInputs(engine, names);
  const reader = await makeReaders(engine, names);
  await makeUsers(engine, names);
  return { engine, reader, names };
}

async function makeInputs(engine: Engine, names: Names): Promise<void> {
  const scope = await rpc(engine.url, "scope_create", { name: "Elsewhere" });
  const workspace = await rpc(engine.url, "workspace_create", { name: "Elsewhere", scope: scope.id });
  names["workspace.elsewhere"] = `${workspace.id}`;
  const wishes = {
    server: {},
    web: { platform: "web" },
    ios: { platform: "ios" },
    feed: { kind: "custom_feed" },
    revoked: {},
    development: { environment: "development" },
    elsewhere: { workspace: workspace.id },
  } as const;
  for (const [name, wish] of Object.entries(wishes)) {
    const { key, secret } = await engine.input({ name, ...wish });
    names[`${name}.key`] = key;
    names[`${name}.secret`] = secret;
    names[`${name}.basic`] = basic(key, secret);
  }
  await rpc(engine.url, "key_revoke", { key: names["revoked.key"] ?? "" });
}

async function makeReaders(engine: Engine, names: Names): Promise<ProfileReader> {
  const reader = await engine.reader();
  const elsewhere = await engine.reader([Number(names["workspace.elsewhere"])]);
  const revoked = await engine.reader();
  names.token = await reader.token();
  names["token.elsewhere"] = await elsewhere.token();
  names["token.revoked"] = await revoked.token();
  await rpc(engine.url, "credential_revoke", { client_id: revoked.clientId });
  names["reader.id"] = reader.clientId;
  names["reader.secret"] = reader.clientSecret;
  names["token.forged"] = `${names.token.slice(0, -1)}${names.token.endsWith("0") ? "1" : "0"}`;
  names["token.expired"] = await tokenUntil(engine, reader, Date.now() - hourMs);
  await provesTheForm(engine, names.token, await tokenUntil(engine, reader, Date.now() + hourMs));
  return reader;
}

/** A token as this installation would have made it some time ago. */
async function tokenUntil(engine: Engine, { clientId }: ProfileReader, untilMs: number): Promise<string> {
  const installation = await readFile(path.join(engine.folder, "uav.key"));
  const body = `${clientId}.${untilMs}`;
  const code = createHmac("sha256", installation).update(`token of a reader\n${body}`).digest("hex");
  return `${body}.${code}`;
}

/** That an expired token is refused says nothing unless the same with time left is let in. */
async function provesTheForm(engine: Engine, real: string, made: string): Promise<void> {
  const ask = (token: string) =>
    fetch(`${engine.url}/v1/app/1/consumerprofile/search`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ identity: { type: "email", encoding: "none", value: "nobody" } }),
    });
  const [ours, theirs] = [await ask(made), await ask(real)];
  if (ours.status !== 200 || theirs.status !== 200) {
    throw new Error(`tokens have another form: ${theirs.status}, made here ${ours.status}`);
  }
}

async function makeUsers(engine: Engine, names: Names): Promise<void> {
  const device = "11111111-2222-4333-8444-555555555555";
  const users = [
    { name: "mpid", as: "web", known: { customerid: "known-1", email: "known@example.test" } },
    { name: "mpid.other", as: "web", known: { customerid: "known-2" } },
    { name: "mpid.passing", as: "web", known: { device_application_stamp: device } },
    { name: "mpid.development", as: "development", known: { customerid: "known-1" } },
    { name: "mpid.elsewhere", as: "elsewhere", known: { customerid: "known-1" } },
  ];
  for (const { name, as, known } of users) {
    const environment = as === "development" ? "development" : "production";
    const answer = await fetch(`${engine.url}/v1/identify`, {
      method: "POST",
      headers: { authorization: names[`${as}.basic`] ?? "" },
      body: JSON.stringify({ environment, known_identities: known }),
    });
    const { mpid } = (await answer.json()) as { mpid?: string };
    if (mpid === undefined) throw new Error(`${name} was not made: ${answer.status}`);
    names[name] = mpid;
    // Events, so that there is something that could change.
    await fetch(`${engine.url}/v2/events`, {
      method: "POST",
      headers: { authorization: names[`${as}.basic`] ?? "" },
      body: JSON.stringify({
        ...{ environment, mpid, user_attributes: { plan: "gold" } },
        events: [{ event_type: "custom_event", data: { event_name: "Was here" } }],
      }),
    });
  }
}

/** The value of an `Authorization` header. */
export function basic(key: string, secret: string): string {
  return `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
}
