import { test as base, expect } from "@playwright/test";
import type { Totals } from "../harness/engine.ts";
import { type Answered, send } from "./sending.ts";
import { type MalformedRequest, readTables } from "./table.ts";
import { makeWorld, type World } from "./world.ts";

const test = base.extend<object, { world: World }>({
  world: [
    async ({}, use) => {
      const world = await makeWorld();
      await use(world);
      await world.engine.stop();
    },
    { scope: "worker" },
  ],
});

for (const { name, about, requests } of readTables()) {
  test.describe(`${name}: ${about}`, () => {
    for (const wanted of requests) {
      test(`${wanted.id}: ${wanted.reason} (${wanted.rule})`, async ({ world }) => {
        await hold(wanted, world);
      });
    }
  });
}

test("a request that is right is taken, so what is refused is refused for what is wrong with it", async ({
  world,
}) => {
  const body = { json: { environment: "production", known_identities: { customerid: "known-1" } } };
  const expectation = { status: 200, form: "any" } as const;
  const right = { id: "", reason: "", rule: "", method: "POST", path: "/v1/identify", body };
  const key = { "x-mp-key": world.names["ios.key"] ?? "" };
  for (const sign of [
    { as: "ios" },
    { as: "ios", date: "iso" },
    { as: "ios", offset_s: -840 },
    { as: "ios", path: "/v1/identify" },
  ]) {
    const asked: MalformedRequest = { ...right, headers: key, sign, expect: expectation };
    expect(await send(world.engine.url, asked, world.names)).toMatchObject({ status: 200 });
    const own: MalformedRequest = { ...asked, path: "/identity/v1/identify" };
    expect(await send(world.engine.url, own, world.names)).toMatchObject({ status: 200 });
  }
  for (const as of ["web", "server", "ios"]) {
    const headers = { Authorization: world.names[`${as}.basic`] ?? "" };
    const asked: MalformedRequest = { ...right, headers, expect: expectation };
    expect(await send(world.engine.url, asked, world.names)).toMatchObject({ status: 200 });
  }
});

async function hold(wanted: MalformedRequest, { engine, reader, names }: World): Promise<void> {
  const mpid = names.mpid ?? "";
  const before = { totals: await engine.totals(), user: await reader.profile(mpid) };
  const sentMs = Date.now();
  const answered = await send(engine.url, wanted, names);
  agrees(answered, wanted);
  expect(await engine.totals(), "what is stored").toEqual(plus(before.totals, wanted.stored));
  expect(await reader.profile(mpid), "the known user").toEqual(before.user);
  const noted = (await engine.refusals()).filter(({ received_ms }) => received_ms >= sentMs);
  for (const piece of wanted.noted ?? []) {
    expect(
      noted.map(({ path }) => path),
      "what is noted",
    ).toContainEqual(expect.stringContaining(piece));
  }
}

function plus(totals: Totals, more: Totals = { batches: 0, events: 0, profiles: 0 }): Totals {
  const { batches, events, profiles } = totals;
  return {
    batches: batches + more.batches,
    events: events + more.events,
    profiles: profiles + more.profiles,
  };
}

function agrees({ status, headers, text }: Answered, { body, expect: expected }: MalformedRequest): void {
  expect([expected.status].flat(), `${status} ${text}`).toContain(status);
  for (const [name, values] of Object.entries(expected.headers ?? {})) {
    expect([values].flat(), name).toContain(headers[name]);
  }
  if (expected.body !== undefined) expect(JSON.parse(text)).toEqual(expected.body);
  if (expected.form === "empty") expect(text).toBe("");
  if (expected.form === "empty" || expected.form === "any") return;
  expect(headers["content-type"]).toMatch(/^application\/json/);
  const { codes, messages, error, requestId } = readings[expected.form](JSON.parse(text), status);
  if (requestId !== undefined) expect(requestId).toEqual(idIn(body?.json) ?? expect.stringMatching(/./));
  if (expected.code !== undefined) expect(new Set(codes)).toEqual(new Set([expected.code]));
  if (expected.error !== undefined) expect(error).toBe(expected.error);
  for (const piece of expected.message ?? []) expect(messages.join("\n")).toContain(piece);
}

/** The id of an identity request that can be read; one that cannot is given an id. */
function idIn(json: unknown): string | null {
  const id = typeof json === "object" && json !== null && "request_id" in json ? json.request_id : null;
  return typeof id === "string" ? id : null;
}

interface Fault {
  code: string;
  message: string;
}

interface Reading {
  codes: string[];
  messages: string[];
  error?: string;
  requestId?: string | null;
}

/** Each form of error bodies: that it is built so, and what it says. */
const readings: Record<
  "errors" | "identity" | "alias" | "oauth",
  (body: unknown, status: number) => Reading
> = {
  errors: (body) => {
    expect(body).toEqual({ errors: expect.any(Array) });
    return faults((body as { errors: Fault[] }).errors);
  },
  identity: (body, status) => {
    const { errors, RequestId = null, ...rest } = body as { errors: Fault[]; RequestId?: string | null };
    const [first] = errors;
    expect(rest).toEqual({
      Errors: errors,
      ErrorCode: first?.code,
      StatusCode: status,
    });
    return { ...faults(errors), requestId: RequestId };
  },
  alias: (body) => {
    expect(body).toEqual({ code: expect.any(String), message: expect.any(String) });
    return faults([body as Fault]);
  },
  oauth: (body) => {
    const { error } = body as { error: string };
    expect(Object.keys(body as object).every((name) => /^error(_description|_uri)?$/.test(name))).toBe(true);
    return { codes: [], messages: [], error };
  },
};

function faults(listed: Fault[]): Reading {
  expect(listed.length).toBeGreaterThan(0);
  for (const fault of listed)
    expect(fault).toEqual({ code: expect.any(String), message: expect.any(String) });
  return { codes: listed.map(({ code }) => code), messages: listed.map(({ message }) => message) };
}
