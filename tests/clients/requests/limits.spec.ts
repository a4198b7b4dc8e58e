import type { LimitsView } from "../../../ui/src/api/generated/admin.ts";
import { rpc } from "../../e2e/harness/rpc.ts";
import type { Engine } from "../harness/engine.ts";
import { expect, test } from "../harness/test.ts";
import { basic } from "./world.ts";

/** A door with a limit of its own, and a request that it takes. */
interface Limited {
  limit: keyof LimitsView;
  path: string;
  headers: (engine: Engine) => Promise<Record<string, string>>;
  body: object;
}

async function withKey(engine: Engine): Promise<Record<string, string>> {
  const { key, secret } = await engine.input({ name: "Back end" });
  return { authorization: basic(key, secret) };
}

async function withToken(engine: Engine): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await (await engine.reader()).token()}` };
}

const doors: Limited[] = [
  {
    limit: "batches_per_s",
    path: "/v2/events",
    headers: withKey,
    body: { user_identities: { customer_id: "c-1" } },
  },
  {
    limit: "identity_per_s",
    path: "/v1/identify",
    headers: withKey,
    body: { environment: "production", known_identities: { customerid: "c-1" } },
  },
  {
    limit: "reads_per_s",
    path: "/v1/app/1/consumerprofile/search",
    headers: withToken,
    body: { identity: { type: "email", encoding: "none", value: "nobody" } },
  },
];

for (const { limit, path, headers, body } of doors) {
  test(`${path}: over the limit of ${limit} a sender is told when to come again`, async ({ engine }) => {
    const credentials = await headers(engine);
    const ask = () =>
      fetch(engine.url + path, { method: "POST", headers: credentials, body: JSON.stringify(body) });
    const free = await ask();
    expect(free.ok).toBe(true);
    expect(free.headers.get("x-mp-rate-limit-percentage-used"), "no limit, no share of it").toBeNull();

    const off = { batches_per_s: null, identity_per_s: null, reads_per_s: null };
    await rpc(engine.url, "limits_set", { ...off, [limit]: 3 });
    const answers = await Promise.all(Array.from({ length: 12 }, ask));
    const served = answers.filter(({ ok }) => ok);
    const refused = answers.filter(({ status }) => status === 429);
    expect(served.length + refused.length).toBe(answers.length);
    expect(served.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers: told } of served) {
      expect(told.get("x-mp-rate-limit-percentage-used")).toMatch(/^(100|\d{1,2})$/);
    }
    for (const { headers: told } of refused) {
      expect(told.get("retry-after")).toMatch(/^\d+$/);
      expect(told.get("x-mp-rate-limit-exceeded")).toMatch(/^(org|account|app|feed|workspace|acceleration)$/);
      expect(told.get("x-mp-rate-limit-percentage-used")).toBeNull();
    }
    const waitMs = Math.max(...refused.map(({ headers: told }) => Number(told.get("retry-after")))) * 1_000;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    expect((await ask()).ok, "after the time that was named").toBe(true);
  });
}

test("one new identity asked for by many at once makes one user", async ({ engine }) => {
  const credentials = await withKey(engine);
  const send = (path: string, body: object) =>
    fetch(engine.url + path, { method: "POST", headers: credentials, body: JSON.stringify(body) });
  const asked = { environment: "production", known_identities: { customerid: "rush-1" } };
  const batch = { user_identities: { customer_id: "rush-1" } };
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, place) =>
      place % 3 === 0
        ? send("/v2/events", batch)
        : send(place % 3 === 1 ? "/v1/identify" : "/v1/login", asked),
    ),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const mpids = await Promise.all(
    answers
      .filter(({ status }) => status === 200)
      .map(async (answer) => ((await answer.json()) as { mpid: string }).mpid),
  );
  expect(new Set(mpids).size).toBe(1);
  expect((await engine.totals()).profiles).toBe(1);
});
