import { identities } from "../harness/profileReader.ts";
import { described, describeOneself } from "./scenario.ts";
import { expect, test } from "./test.ts";
import { Visitor } from "./visitor.ts";

test("a shop with the engine behind a name of its own", async ({ engine, key, page, secureRelay, shop }) => {
  const reader = await engine.reader();
  const visitor = await Visitor.at(page, shop.today, key.key, secureRelay, { domain: secureRelay.address });
  const anonymous = await visitor.mpid();
  const login = await visitor.identity("login", { customerid: "own-1" });
  await describeOneself(visitor);
  await visitor.settle("Described");
  await visitor.identity("modify", { email: "own@example.test" });
  await visitor.identity("logout", {});
  const passing = await visitor.mpid();
  await visitor.identity("login", { customerid: "own-1" });
  const alias = await page.evaluate(
    (mpids) =>
      new Promise<number>((resolve) => {
        const { Identity } = window.mParticle;
        const [source, destination] = [Identity.getUser(mpids.passing), Identity.getUser(mpids.anonymous)];
        Identity.aliasUsers(Identity.createAliasRequest(source, destination), ({ httpCode }) =>
          resolve(httpCode),
        );
      }),
    { passing, anonymous },
  );
  expect(alias).toBe(202);
  await visitor.settle("Done");

  expect(login.body?.mpid).toBe(anonymous);
  const profile = await reader.profile(anonymous);
  expect(profile.user_attributes).toEqual(described);
  expect(identities(profile.user_identities)).toEqual(["customer_id=own-1", "email=own@example.test"]);
  const doors = secureRelay.to(/./).map(({ path }) => {
    const [door = ""] = path.split("?");
    return door.replace(key.key, "KEY").replace(anonymous, "MPID");
  });
  expect([...new Set(doors)].sort()).toEqual([
    "/identity/v1/MPID/modify",
    "/identity/v1/identify",
    "/identity/v1/login",
    "/identity/v1/logout",
    "/tags/JS/v2/KEY/config",
    "/webevents/v1/identity/KEY/Alias",
    "/webevents/v3/JS/KEY/events",
  ]);
});
