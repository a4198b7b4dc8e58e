import { rpc } from "../../e2e/harness/rpc.ts";
import { expect, test } from "./test.ts";

test("an alias request shows a passing visitor's events with the user, and nothing else of the visitor", async ({
  engine,
  visit,
}) => {
  const reader = await engine.reader();
  const visitor = await visit({ isDevelopmentMode: true });
  const { page } = visitor;
  await visitor.identity("login", { customerid: "alias-1" });
  const user = await visitor.mpid();
  await visitor.settle("Signed in");
  await visitor.identity("logout", {});
  const passing = await visitor.mpid();
  await page.evaluate(() => window.mParticle.Identity.getCurrentUser().setUserAttribute("passing", "by"));
  await visitor.settle("Passing by");
  await visitor.identity("login", { customerid: "alias-1" });
  const ask = () =>
    page.evaluate(
      (mpids) =>
        new Promise<number>((resolve) => {
          const { Identity } = window.mParticle;
          const request = Identity.createAliasRequest(
            Identity.getUser(mpids.passing),
            Identity.getUser(mpids.user),
          );
          Identity.aliasUsers(request, ({ httpCode }) => resolve(httpCode));
        }),
      { passing, user },
    );
  expect(await ask()).toBe(202);

  const filter = { from_ms: null, to_ms: null, inputs: [], categories: [], names: [], devices: [] };
  const names = async (mpid: string) => {
    const { events } = await rpc(engine.url, "activity_page", {
      ...{ mpid, filter: { ...filter, workspace: null }, oldest_first: true, cursor: null, limit: 200 },
    });
    return events.map(({ name }) => name);
  };
  await expect.poll(() => names(user), "test data is not waited with").toContain("Passing by");
  expect(await names(passing), "the source stays").toContain("Passing by");
  expect((await reader.profile(user)).user_attributes).toEqual({});
  expect((await reader.profile(passing)).user_attributes).toEqual({ passing: "by" });

  const once = (await names(user)).filter((name) => name === "Passing by").length;
  expect(await ask(), "the same again").toBe(202);
  await visitor.settle("Done");
  expect((await names(user)).filter((name) => name === "Passing by")).toHaveLength(once);
});
