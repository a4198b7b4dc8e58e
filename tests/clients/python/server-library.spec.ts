import path from "node:path";
import { rpc } from "../../e2e/harness/rpc.ts";
import { asList, asObject } from "../harness/exactJson.ts";
import { identities } from "../harness/profileReader.ts";
import { said } from "../harness/relay.ts";
import { expect, test } from "../harness/test.ts";
import { run, virtualEnvironment } from "../harness/virtualEnvironment.ts";

/** What the library said to a call. */
interface Told {
  status: number;
  words: string;
  retry_after?: string;
}

const here = import.meta.dirname;
let programs = "";

test.beforeAll(async () => {
  test.setTimeout(300_000);
  programs = await virtualEnvironment("mparticle", path.join(here, "requirements.txt"));
});

async function send<Outcome>(scenario: string, options: object): Promise<Outcome> {
  const script = path.join(here, "send.py");
  const { stdout } = await run(path.join(programs, "python"), [script, scenario, JSON.stringify(options)]);
  return JSON.parse(stdout) as Outcome;
}

test("every setter and every event of the library, then changes in bulk", async ({ engine, relay }) => {
  const began = Date.now();
  const { key, secret } = await engine.input({ name: "Back end" });
  const reader = await engine.reader();
  const url = `http://${relay.address}`;
  const told = await send<Told[]>("everything", { engine: { url, key, secret }, start_ms: began - 60_000 });
  expect(told).toEqual(told.map(() => ({ status: 202, words: "" })));
  expect(told).toHaveLength(3);

  const profile = await reader.ofCustomer("py-1");
  expect(profile).toMatchObject({ is_opted_out: false, limit_ad_tracking: null, audience_memberships: [] });
  expect(profile.user_attributes).toEqual({
    ...{ $FirstName: "Paula", $City: "Genève", ratio: "1.5", member: "true", foods: ["indian", "chinese"] },
    ...{ big: "9007199254740993", price_seen: "19.90", seen_at: "2024-05-06T07:08:09+00:00" },
    ...{ points: "20", tagged: null },
  });
  expect(identities(profile.user_identities)).toEqual([
    ...["alias=al-1", "customer_id=py-1", "email=py@example.test", "google_id=g-1"],
    ...["mobile_number=+41445559720", "other=o-1", "other_id_5=o5-1", "phone_number_2=+41445559722"],
  ]);
  expect(identities(profile.device_identities)).toEqual([
    "ios_advertising_id=16F24391-DE60-4161-889F-DE4CE5CCDF60",
    "ios_vendor_id=9F769580-D25A-4F80-85A2-374FCA48E96D",
    "push_notification_token=py-token",
    "unknown=a1eb6576-f42e-4466-9ce4-6f8a48032566",
  ]);
  expect(Number(profile.created_timestamp_ms)).toBeGreaterThanOrEqual(began);
  expect(Number(profile.last_stored_timestamp_ms)).toBeGreaterThan(Number(profile.created_timestamp_ms));
  const mpid = String(profile.mpid);
  expect(await reader.profile(mpid)).toEqual(profile);
  const { mpid: id, ...same } = profile;
  expect(await reader.search("ios_vendor_id", "9F769580-D25A-4F80-85A2-374FCA48E96D")).toEqual([
    { id, ...same },
  ]);

  const [first] = relay.exchanges;
  const sent = first === undefined ? [] : asList(asObject(said(first)).events).map(asObject);
  const [changes, everything, ...rest] = await reader.history(mpid);
  expect([changes?.events, rest]).toEqual([undefined, []]);
  expect(asList(everything?.events)).toMatchObject(sent);
  const crash = sent.find(({ data }) => asObject(data).class_name === "ValueError");
  expect(crash?.event_type, "the library's slip").toBe("commerce_event");

  const { consent } = await rpc(engine.url, "profile_get", { mpid, workspace: null });
  expect(consent.map(({ purpose, consented }) => `${purpose} ${consented}`).sort()).toEqual([
    "Location Collection true",
    "data_sale_opt_out true",
  ]);
  expect(await reader.ofCustomer("py-2")).toMatchObject({ user_attributes: { points: "1" } });
  expect(await engine.totals()).toEqual({ batches: 3, events: sent.length + 1, profiles: 2 });
  expect(await engine.refusals()).toEqual([]);
});

test("what the library's users do wrong", async ({ engine }) => {
  const { key, secret } = await engine.input({ name: "Back end" });
  const told = await send<Record<string, Told>>("mistakes", { engine: { url: engine.url, key, secret } });
  const statuses = Object.fromEntries(Object.entries(told).map(([what, { status }]) => [what, status]));
  expect(statuses).toEqual({
    "empty bulk": 400,
    "events given to the constructor": 400,
    nobody: 400,
    "101 batches": 400,
    "wrong secret": 403,
    "unknown key": 403,
    "no credentials": 403,
    "100 batches": 202,
  });
  expect(told["events given to the constructor"]?.words).toContain("events[0].event_type");
  expect(told.nobody?.words).toContain("no identity");
  expect(await engine.totals()).toEqual({ batches: 100, events: 0, profiles: 100 });
});

test("over the limit the library is told when to come again, and keeps to it", async ({ engine, relay }) => {
  const { key, secret } = await engine.input({ name: "Back end" });
  await rpc(engine.url, "limits_set", { batches_per_s: 2, identity_per_s: null, reads_per_s: null });
  const url = `http://${relay.address}`;
  const told = await send<{ outcomes: Told[]; at_once: Told; later: Told }>("too much", {
    engine: { url, key, secret },
  });
  const last = told.outcomes.at(-1);
  expect(last?.status).toBe(429);
  expect(last?.retry_after).toMatch(/^\d+$/);
  expect(told.at_once.status, "refused by the library itself").toBe(429);
  expect(told.later.status).toBe(202);
  expect(relay.exchanges.map(({ status }) => status)).toEqual([
    ...told.outcomes.map(({ status }) => status),
    202,
  ]);
  expect((await engine.totals()).batches).toBe(told.outcomes.length);
});
