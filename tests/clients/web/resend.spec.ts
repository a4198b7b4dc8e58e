import { expect, test } from "./test.ts";
import { named, sentEvents } from "./visitor.ts";

const uploads = /\/v3\/JS\//;

test("what is sent again after a lost answer counts once", async ({ engine, secureRelay, visit }) => {
  const reader = await engine.reader();
  const visitor = await visit();
  await visitor.settle("Begun");
  const before = await engine.totals();

  let lost = 0;
  secureRelay.swallows = ({ path }) => uploads.test(path) && lost++ < 3;
  await visitor.page.evaluate(() => window.mParticle.logEvent("Bought once"));
  await expect
    .poll(() => secureRelay.to(uploads).filter(({ text }) => text.includes("Bought once")).length)
    .toBeGreaterThanOrEqual(4);
  await visitor.delivered("Bought once");

  const sent = secureRelay.to(uploads).filter(({ text }) => text.includes("Bought once"));
  expect(new Set(sent.map(({ text }) => text)).size, "the library sends the same bytes again").toBe(1);
  expect(sent.filter(({ swallowed }) => swallowed)).toHaveLength(3);
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 202));
  const after = await engine.totals();
  expect(after).toEqual({ ...before, batches: before.batches + 1, events: before.events + 1 });
  const mpid = await visitor.mpid();
  expect(named(await reader.history(mpid))).toEqual(sentEvents(secureRelay, mpid));
});

test("what was logged without a network arrives when it is back", async ({ engine, secureRelay, visit }) => {
  const reader = await engine.reader();
  const visitor = await visit();
  const { page } = visitor;
  await visitor.settle("Begun");
  await page.context().setOffline(true);
  await page.evaluate(() => {
    window.mParticle.Identity.getCurrentUser().setUserAttribute("offline", true);
    window.mParticle.logEvent("In the tunnel");
    window.mParticle.upload();
  });
  expect((await visitor.identity("login", { customerid: "tunnel" })).httpCode).toBe(-1);
  await page.context().setOffline(false);
  await visitor.settle("Out of the tunnel");
  const login = await visitor.identity("login", { customerid: "tunnel" });
  expect(login.httpCode).toBe(200);
  await visitor.settle("Signed in");
  const mpid = await visitor.mpid();
  expect(await reader.ofCustomer("tunnel")).toMatchObject({
    mpid: BigInt(mpid),
    user_attributes: { offline: "true" },
  });
  const events = named(await reader.history(mpid));
  expect(events).toEqual(sentEvents(secureRelay, mpid));
});

test("the last events of a page that is left are sent by beacon", async ({ engine, visit }) => {
  const reader = await engine.reader();
  const visitor = await visit();
  await visitor.settle("Begun");
  const mpid = await visitor.mpid();
  await visitor.page.evaluate(() => {
    window.mParticle.logEvent("While leaving");
    location.href = "about:blank";
  });
  await visitor.delivered("While leaving");
  const names = JSON.stringify(await reader.history(mpid), (_name, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  expect(names).toContain("While leaving");
});

test("opting out is kept, and is the last that is heard", async ({ engine, secureRelay, visit }) => {
  const reader = await engine.reader();
  const visitor = await visit();
  await visitor.identity("login", { customerid: "out-1" });
  await visitor.settle("Before");
  const { page } = visitor;
  await page.evaluate(() => {
    window.mParticle.setOptOut(true);
    window.mParticle.logEvent("Unheard");
  });
  const profile = () => reader.ofCustomer("out-1");
  await expect.poll(async () => (await profile()).is_opted_out).toBe(true);
  expect(secureRelay.to(uploads).filter(({ text }) => text.includes("Unheard"))).toEqual([]);
  await page.evaluate(() => window.mParticle.setOptOut(false));
  await expect.poll(async () => (await profile()).is_opted_out).toBe(false);
});
