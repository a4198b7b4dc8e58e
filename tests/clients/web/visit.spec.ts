import { rpc } from "../../e2e/harness/rpc.ts";
import { identities } from "../harness/profileReader.ts";
import { browse, consent, described, describeOneself, lookAround, shop } from "./scenario.ts";
import { expect, test } from "./test.ts";
import { named, sentEvents } from "./visitor.ts";

test("a visit from the first page to the purchase, the sign-out, and somebody else at the same browser", async ({
  engine,
  key,
  secureRelay,
  visit,
}) => {
  const began = Date.now();
  const reader = await engine.reader();
  const visitor = await visit();
  const device = await visitor.device();
  const { page } = visitor;

  const first = await visitor.firstIdentify();
  const ada = first.body?.mpid ?? "";
  expect(first).toEqual({
    httpCode: 200,
    body: expect.objectContaining({ mpid: expect.stringMatching(/^-?\d+$/), is_logged_in: false }),
  });
  await lookAround(visitor);
  await visitor.settle("Looked around");

  await test.step("signing in keeps the profile that was anonymous", async () => {
    const login = await visitor.identity("login", { customerid: "web-1", email: "ada@example.test" });
    expect(login.httpCode).toBe(200);
    expect(login.body).toMatchObject({
      mpid: ada,
      is_logged_in: true,
      matched_identities: { device_application_stamp: device },
    });
  });

  await describeOneself(visitor);
  await browse(visitor);
  await shop(visitor);
  await consent(visitor);
  await visitor.settle("Shopping done");

  await test.step("other identities", async () => {
    const changed = await visitor.identity("modify", {
      email: "ada.new@example.test",
      mobile_number: "+41445559720",
      other2: "card-7",
    });
    expect(changed).toEqual({ httpCode: 200, body: { change_results: [] } });
    await visitor.settle("Identities changed");
  });

  await test.step("searches find by the immutable identity, and nobody else", async () => {
    const search = (identity: Record<string, string>) =>
      page.evaluate(
        (given) =>
          new Promise<{ httpCode: number; mpid: string | undefined }>((resolve) => {
            window.mParticle.Identity.search(given.key, given.identity, ({ httpCode, body }) =>
              resolve({ httpCode, mpid: body?.mpid }),
            );
          }),
        { key: key.key, identity },
      );
    expect(await search({ customerid: "web-1" })).toEqual({ httpCode: 200, mpid: ada });
    expect((await search({ customerid: "nobody" })).httpCode).toBe(404);
  });

  await test.step("the audiences of a user: none yet", async () => {
    const audiences = await page.evaluate(
      () => new Promise((resolve) => window.mParticle.Identity.getCurrentUser().getUserAudiences(resolve)),
    );
    expect(audiences).toEqual({ currentAudienceMemberships: [] });
  });

  const stranger = await test.step("signing out makes a new profile", async () => {
    const logout = await visitor.identity("logout", {});
    expect(logout).toMatchObject({ httpCode: 200, body: { is_logged_in: false } });
    expect(logout.body?.mpid).not.toBe(ada);
    await visitor.settle("After sign-out");
    return logout.body?.mpid ?? "";
  });

  await test.step("somebody else signs in at the same browser", async () => {
    const login = await visitor.identity("login", { customerid: "web-2", email: "bob@example.test" });
    expect(login).toMatchObject({ httpCode: 200, body: { mpid: stranger, is_logged_in: true } });
    await page.evaluate(() => window.mParticle.Identity.getCurrentUser().setUserAttribute("plan", "basic"));
    await visitor.settle("Bob was here");
  });

  const passing = await test.step("signed out once more", async () => {
    const logout = await visitor.identity("logout", {});
    await visitor.settle("Nobody");
    return logout.body?.mpid ?? "";
  });

  await test.step("the first comes back to the same profile", async () => {
    const login = await visitor.identity("login", { customerid: "web-1" });
    expect(login).toMatchObject({
      httpCode: 200,
      body: {
        mpid: ada,
        is_logged_in: true,
        matched_identities: { customerid: "web-1", device_application_stamp: device },
      },
    });
  });

  await test.step("an alias request is taken", async () => {
    const answer = await page.evaluate(
      (mpids) =>
        new Promise((resolve) => {
          const { Identity } = window.mParticle;
          const request = Identity.createAliasRequest(
            Identity.getUser(mpids.passing),
            Identity.getUser(mpids.ada),
          );
          Identity.aliasUsers(request, resolve);
        }),
      { passing, ada },
    );
    expect(answer).toMatchObject({ httpCode: 202 });
    await visitor.settle("Back again");
  });

  await test.step("the profile, value by value", async () => {
    const profile = await reader.profile(ada);
    expect(profile).toMatchObject({
      mpid: BigInt(ada),
      is_opted_out: false,
      limit_ad_tracking: null,
      account_userattributes: null,
      user_attributes: described,
      audience_memberships: [],
    });
    expect(Object.keys(profile.user_attributes ?? {}).sort()).toEqual(Object.keys(described).sort());
    expect(identities(profile.user_identities)).toEqual([
      "customer_id=web-1",
      "email=ada.new@example.test",
      "mobile_number=+41445559720",
      "other_id_2=card-7",
    ]);
    expect(identities(profile.device_identities)).toEqual([`unknown=${device}`]);
    const created = Number(profile.created_timestamp_ms);
    const stored = Number(profile.last_stored_timestamp_ms);
    expect(created).toBeGreaterThanOrEqual(began);
    expect(stored).toBeGreaterThan(created);
    expect(stored).toBeLessThanOrEqual(Date.now());
    expect(await reader.ofCustomer("web-1")).toEqual(profile);
    expect((await reader.resolve("web-1", "development")).status).toBe(400);

    const { mpid, ...same } = profile;
    expect(await reader.search("mobile_number", "+41445559720")).toEqual([{ id: mpid, ...same }]);
    expect(await reader.search("email", "ada@example.test")).toEqual([]);
  });

  await test.step("the other profiles", async () => {
    const bob = await reader.ofCustomer("web-2");
    expect(bob).toMatchObject({ mpid: BigInt(stranger), user_attributes: { plan: "basic" } });
    expect(identities(bob.user_identities)).toEqual(["customer_id=web-2", "email=bob@example.test"]);
    const nobody = await reader.profile(passing);
    expect(nobody).toMatchObject({ user_identities: [], user_attributes: {} });
    expect(identities(nobody.device_identities)).toEqual([`unknown=${device}`]);
    expect((await engine.totals()).profiles).toBe(3);
  });

  await test.step("consent is with the profile", async () => {
    const { consent: given } = await rpc(engine.url, "profile_get", { mpid: ada, workspace: null });
    const facts = given.map(({ regulation, purpose, consented, time_ms, document }) =>
      [regulation, purpose, consented, time_ms, document].join(" "),
    );
    expect(facts.sort()).toEqual([
      "ccpa data_sale_opt_out true 1700000000002 ccpa_v1",
      "gdpr analytics true 1700000000000 doc_v2",
      "gdpr marketing false 1700000000001 ",
    ]);
  });

  await test.step("every event is there once, under the right user", async () => {
    for (const mpid of [ada, stranger, passing]) {
      expect(named(await reader.history(mpid))).toEqual(sentEvents(secureRelay, mpid));
    }
    expect(await engine.refusals()).toEqual([]);
  });
});
