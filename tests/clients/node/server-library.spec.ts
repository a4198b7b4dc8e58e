import mParticle from "mparticle";
import { rpc } from "../../e2e/harness/rpc.ts";
import { asList, asObject } from "../harness/exactJson.ts";
import { identities } from "../harness/profileReader.ts";
import { expect, test } from "../harness/test.ts";
import { everything, userAttributes, userIdentities } from "./everything.ts";
import { Sender } from "./sender.ts";

const nothing = { batches: 0, events: 0, profiles: 0 };

test("every setter and every event of the library", async ({ engine }) => {
  const began = Date.now();
  const { key, secret } = await engine.input({ name: "Back end", environment: "both" });
  const reader = await engine.reader();
  const batch = everything(began - 60_000);
  const sender = new Sender(engine.url, key, secret);
  expect(await sender.single(batch)).toEqual({ status: 202, words: "" });
  expect(await sender.single(batch), "a repeat is answered like the first").toEqual({
    status: 202,
    words: "",
  });

  const profile = await reader.ofCustomer("node-1");
  const { colour, ...attributes } = asObject(profile.user_attributes);
  expect(colour).toBe("red");
  expect(attributes).toEqual({ ...userAttributes, level: "3", ratio: "0.5", active: "true" });
  const { customerid, facebook, twitter, google, microsoft, yahoo, ...same } = userIdentities;
  expect(identities(profile.user_identities)).toEqual(
    Object.entries({
      ...same,
      customer_id: customerid,
      facebook_id: facebook,
      twitter_id: twitter,
      google_id: google,
      microsoft_id: microsoft,
      yahoo_id: yahoo,
    })
      .map(([type, value]) => `${type}=${value}`)
      .sort(),
  );
  expect(identities(profile.device_identities)).toEqual([
    "android_id=ac99d4f6d35c14bd",
    "google_advertising_id=aa90ce1d-02d3-4950-816f-7a419b85dbfb",
    "push_notification_token=push-1",
    "unknown=489c8442-c082-4130-bfd6-e78d442be6b0",
  ]);
  expect(profile).toMatchObject({ is_opted_out: true, limit_ad_tracking: null, audience_memberships: [] });
  expect(Number(profile.created_timestamp_ms)).toBeGreaterThanOrEqual(began);
  expect(Number(profile.last_stored_timestamp_ms)).toBeGreaterThanOrEqual(
    Number(profile.created_timestamp_ms),
  );

  const mpid = String(profile.mpid);
  expect(await reader.profile(mpid)).toEqual(profile);
  const [stored, ...rest] = await reader.history(mpid);
  expect(rest).toEqual([]);
  const sent = JSON.parse(JSON.stringify(batch)) as { events: { event_type: string; data: object }[] };
  expect(stored).toMatchObject({ source_request_id: batch.source_request_id });
  expect(asList(stored?.events)).toMatchObject(sent.events);
  expect(await engine.totals()).toEqual({ batches: 1, events: sent.events.length, profiles: 1 });

  const { consent } = await rpc(engine.url, "profile_get", { mpid, workspace: null });
  expect(consent.map(({ purpose, consented }) => `${purpose} ${consented}`).sort()).toEqual([
    "Location Collection true",
    "data_sale_opt_out false",
  ]);
  expect(await engine.refusals()).toEqual([]);
});

test("in bulk: attributes change and go, other people, test data", async ({ engine }) => {
  const { key, secret } = await engine.input({ name: "Back end", environment: "both" });
  const reader = await engine.reader();
  const sender = new Sender(engine.url, key, secret);
  await sender.single(everything(Date.now() - 60_000));
  const [first, second, third] = [
    new mParticle.Batch("production"),
    new mParticle.Batch("production"),
    new mParticle.Batch("development"),
  ];
  first.user_identities = Object.assign(new mParticle.UserIdentities(), { customerid: "node-1" });
  first.user_attributes = { level: 4, tags: null, "Account type": ["now", "a list"] };
  first.deleted_user_attributes = ["colour", "never set"];
  second.user_identities = Object.assign(new mParticle.UserIdentities(), { customerid: "node-2" });
  second.addEvent(new mParticle.AppEvent("other", "Neither time nor attributes"));
  third.user_identities = Object.assign(new mParticle.UserIdentities(), { email: "test@example.test" });
  third.addEvent(Object.assign(new mParticle.OptOutEvent(), { is_opted_out: true }));
  expect(await sender.bulk([first, second, third])).toEqual({ status: 202, words: "" });

  const profile = await reader.ofCustomer("node-1");
  expect(profile.user_attributes).toEqual({
    ...{ $FirstName: "Nora", active: "true", level: "4", ratio: "0.5", tagged: null },
    ...{ tags: null, "Account type": ["now", "a list"] },
  });
  expect(await reader.ofCustomer("node-2")).toMatchObject({ user_attributes: {}, is_opted_out: false });
  const tested = await reader.search("email", "test@example.test");
  expect(tested).toMatchObject([{ is_opted_out: true, user_attributes: {} }]);
  expect((await engine.totals()).profiles).toBe(3);
});

test("of a bulk with bad batches the good ones are stored", async ({ engine }) => {
  const { key, secret } = await engine.input({ name: "Back end" });
  const reader = await engine.reader();
  const sender = new Sender(engine.url, key, secret);
  const of = (customerid: string, events: object[]) => ({ user_identities: { customerid }, events });
  const event = { event_type: "custom_event", data: { event_name: "Good" } };
  const batches = [
    of("good-1", [event]),
    of("bad-1", [event, { event_type: "no_such_event", data: {} }]),
    { environment: "production", events: [event] },
    of("bad-2", [{ event_type: "custom_event" }]),
    of("good-2", [event]),
  ];
  expect(await sender.bulk(batches)).toEqual({ status: 202, words: "" });
  expect(await engine.totals()).toEqual({ batches: 2, events: 2, profiles: 2 });
  expect((await reader.ofCustomer("good-2")).user_attributes).toEqual({});
  expect((await reader.resolve("bad-1")).status).toBe(400);
  const refusals = (await engine.refusals()).map(({ whole, path }) => `${whole} ${path}`);
  expect(refusals).toHaveLength(3);
  expect(refusals).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^true .*events\[1\]\.event_type$/),
      expect.stringMatching(/^true .*events\[0\]\.data$/),
    ]),
  );
});

test("a hundred batches at once are taken, a hundred and one are not", async ({ engine }) => {
  const { key, secret } = await engine.input({ name: "Back end" });
  const sender = new Sender(engine.url, key, secret);
  const batches = Array.from({ length: 101 }, (_, n) => ({ user_identities: { customerid: `c-${n}` } }));
  const refused = await sender.bulk(batches);
  expect(refused.status).toBe(400);
  expect(refused.words).toContain("101");
  expect(await engine.totals()).toEqual(nothing);
  expect(await sender.bulk(batches.slice(1))).toEqual({ status: 202, words: "" });
  expect(await engine.totals()).toEqual({ batches: 100, events: 0, profiles: 100 });
});

test("what the library's users do wrong", async ({ engine }) => {
  const { key, secret } = await engine.input({ name: "Back end" });
  const good = { user_identities: { customerid: "c-1" } };
  const statusOf = async (sender: Sender, batch: unknown = good) => (await sender.single(batch)).status;
  expect(await statusOf(new Sender(engine.url, key, "wrong"))).toBe(403);
  expect(await statusOf(new Sender(engine.url, "us1-00000000000000000000000000000000", secret))).toBe(403);
  expect(await statusOf(new Sender(engine.url, key)), "an empty header is none").toBe(401);
  const sender = new Sender(engine.url, key, secret);
  expect((await sender.bulk(good)).status, "an object in place of a list").toBe(400);
  expect(await statusOf(sender, [good]), "a list in place of an object").toBe(400);
  const nobody = await sender.single({ environment: "production" });
  expect(nobody).toEqual({ status: 400, words: expect.stringContaining("no identity") });
  expect(await statusOf(sender, { ...good, environment: "development" }), "another environment's key").toBe(
    400,
  );
  expect(await engine.totals()).toEqual(nothing);
});

test("oddities that are taken", async ({ engine }) => {
  const { key, secret } = await engine.input({ name: "Back end" });
  const reader = await engine.reader();
  const sender = new Sender(engine.url, key, secret);
  const rounded = 4_925_873_016_498_237_000;
  expect((await sender.single({ mpid: rounded, user_attributes: { a: 1 } })).status).toBe(202);
  expect((await reader.profile("4925873016498237000")).user_attributes).toEqual({ a: "1" });
  const text = { mpid: "-4925873016498237465", user_identities: { customerid: 5 } };
  expect((await sender.single(text)).status).toBe(202);
  const five = await reader.ofCustomer("5");
  expect(five.mpid).toBe(-4925873016498237465n);
  const odd = {
    user_identities: { customer_id: "canonical", customerid: "other spelling" },
    user_attributes: { when: new Date(0), nothing: Number.NaN, nested: { a: 1 }, kept: "yes" },
    anything: 1,
    events: [{ event_type: "custom_event", data: { event_name: "M", custom_event_type: "media" } }],
  };
  expect((await sender.single(odd)).status).toBe(202);
  const profile = await reader.ofCustomer("canonical");
  expect(profile.user_attributes).toEqual({ when: "1970-01-01T00:00:00.000Z", nothing: null, kept: "yes" });
  const remarks = (await engine.refusals()).map(({ whole, path }) => `${whole} ${path}`);
  expect(remarks.sort()).toEqual(["false user_attributes.nested", "false user_identities.customerid"]);
});
