import { identities } from "../harness/profileReader.ts";
import { described, describeOneself, shop } from "./scenario.ts";
import { expect, test } from "./test.ts";
import { hosts, named, sentEvents, Visitor } from "./visitor.ts";

const flags = { eventsV3: "100", eventBatchingIntervalMillis: "0", audienceAPI: "True" };

test("without TLS, each event in a request of its own", async ({ engine, key, page, relay, shop: site }) => {
  const reader = await engine.reader();
  const settings = { requestConfig: false, forceHttps: false, workspaceToken: "plain", flags };
  const config = { ...hosts(relay.address), ...settings };
  const visitor = await Visitor.at(page, site.today, key.key, relay, config);
  const login = await visitor.identity("login", { customerid: "plain-1" });
  await describeOneself(visitor);
  await shop(visitor);
  await visitor.settle("Done");
  const mpid = login.body?.mpid ?? "";
  expect(await reader.profile(mpid)).toMatchObject({ user_attributes: described });
  expect(named(await reader.history(mpid))).toEqual(sentEvents(relay, mpid));
  expect(await engine.refusals()).toEqual([]);
});

test("test data stays apart from real data", async ({ engine, key, page, relay, shop: site }) => {
  const reader = await engine.reader();
  const settings = { requestConfig: false, forceHttps: false, workspaceToken: "test", flags };
  const config = { ...hosts(relay.address), ...settings, isDevelopmentMode: true };
  const visitor = await Visitor.at(page, site.today, key.key, relay, config);
  await visitor.identity("login", { customerid: "c-1" });
  await visitor.settle("Tested");
  const profile = await reader.ofCustomer("c-1", "development");
  expect(profile.mpid).toBe(BigInt(await visitor.mpid()));
  expect(identities(profile.user_identities)).toEqual(["customer_id=c-1"]);
  expect((await reader.resolve("c-1", "production")).status).toBe(400);
});

test("a key for real data lets no test data in", async ({ engine, page, relay, shop: site }) => {
  const key = await engine.input({ name: "Live shop", platform: "web", environment: "production" });
  const settings = { requestConfig: false, forceHttps: false, workspaceToken: "live", flags };
  const config = { ...hosts(relay.address), ...settings, isDevelopmentMode: true };
  const visitor = await Visitor.at(page, site.today, key.key, relay, config);
  const first = await visitor.firstIdentify();
  expect(first).toMatchObject({ httpCode: 400, body: { Errors: [{ code: "BAD_REQUEST" }] } });
  expect(first.body?.Errors?.[0]?.message).toContain("environment");
  expect(await engine.totals()).toEqual({ batches: 0, events: 0, profiles: 0 });
});
