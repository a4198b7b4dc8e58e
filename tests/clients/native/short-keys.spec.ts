import { rpc } from "../../e2e/harness/rpc.ts";
import { asObject } from "../harness/exactJson.ts";
import { identities } from "../harness/profileReader.ts";
import { expect, test } from "../harness/test.ts";
import { Phone } from "./phone.ts";

const stamp = "a1eb6576-f42e-4466-9ce4-6f8a48032566";

test("an app signs in and uploads its batches, signed and packed", async ({ engine }) => {
  const phone = new Phone(engine.url, await engine.input({ name: "App", platform: "android" }));
  const reader = await engine.reader();
  const known = { customerid: "app-1", android_uuid: "ac99d4f6d35c14bd", device_application_stamp: stamp };
  const identified = await phone.identify(known);
  expect(identified).toMatchObject({ status: 200, body: { is_logged_in: true, matched_identities: {} } });
  const mpid = String(asObject(identified.body).mpid);

  const upload = batch(Date.now() - 60_000);
  const answer = await phone.upload(upload, mpid);
  expect(answer).toMatchObject({ status: 202, body: { dt: "rh", msgs: [], ci: { mpid: BigInt(mpid) } } });
  expect((await phone.upload(upload, mpid)).status, "sent again").toBe(202);
  const later = { ...upload, id: "upload-2", msgs: [event("After", Date.now())] };
  expect((await phone.upload(later, mpid, "/nativeevents")).status, "behind a name of one's own").toBe(202);

  const profile = await reader.ofCustomer("app-1");
  expect(profile).toMatchObject({ mpid: BigInt(mpid), is_opted_out: false, limit_ad_tracking: false });
  expect(profile.user_attributes).toEqual({ plan: "gold", points: "45", genres: ["jazz", "pop"], vip: null });
  expect(identities(profile.user_identities)).toEqual(["customer_id=app-1", "email=app@example.test"]);
  expect(identities(profile.device_identities)).toEqual([
    "android_id=ac99d4f6d35c14bd",
    "google_advertising_id=aa90ce1d-02d3-4950-816f-7a419b85dbfb",
    "push_notification_token=token-1",
    `unknown=${stamp}`,
  ]);
  expect(await engine.totals()).toEqual({ batches: 2, events: upload.msgs.length + 1, profiles: 1 });
  expect(await engine.refusals()).toEqual([]);

  const filter = { from_ms: null, to_ms: null, inputs: [], categories: [], names: [], devices: [] };
  const { events } = await rpc(engine.url, "activity_page", {
    ...{ mpid, filter: { ...filter, workspace: null }, oldest_first: true, cursor: null, limit: 100 },
  });
  expect(events.map(({ event_type, name }) => `${event_type} ${name}`)).toEqual(
    expect.arrayContaining(["custom_event Tapped", "screen_view Start", "custom_event After"]),
  );
  const purchase = events.find(({ event_type }) => event_type === "commerce_event");
  expect(purchase).toMatchObject({ amount: "12.09", currency: "EUR" });
  const { consent } = await rpc(engine.url, "profile_get", { mpid, workspace: null });
  expect(consent.map(({ purpose, consented }) => `${purpose} ${consented}`)).toEqual(["analytics true"]);
});

test("an app asks for its settings, and once it has them gets no more", async ({ engine }) => {
  const phone = new Phone(engine.url, await engine.input({ name: "App", platform: "ios" }));
  const first = await phone.config();
  expect(first).toMatchObject({
    status: 200,
    body: { dt: "ac", wst: expect.stringMatching(/^[0-9a-f]{8}$/) },
  });
  const tag = first.headers.get("etag");
  expect(tag).not.toBeNull();
  expect(await phone.config(tag ?? "")).toMatchObject({ status: 304, body: null });
});

test("an app asks for the audiences of its user: none yet", async ({ engine }) => {
  const phone = new Phone(engine.url, await engine.input({ name: "App", platform: "ios" }));
  const mpid = String(asObject((await phone.identify({ customerid: "app-1" })).body).mpid);
  expect(await phone.audiences(mpid)).toMatchObject({ status: 200, body: { audience_memberships: [] } });
});

/** A batch with a message of each kind that an app sends; numbers are texts where a library makes them so. */
function batch(startMs: number) {
  const change = (n: string, nv: unknown, place: number, d = false) => ({
    ...{ dt: "uac", id: `change-${place}`, ct: startMs + place, sid: "S-1", n, nv, ov: null, d, na: !d },
  });
  const product = { id: "sku-1", nm: "Shoe", pr: "12.09", qt: "1" };
  return {
    ...{ dt: "h", id: "upload-1", ct: startMs + 100, sdk: "5.60.0", das: stamp, mpid: "" },
    ui: [
      { n: 1, i: "app-1", dfs: startMs, f: true },
      { n: 7, i: "app@example.test", dfs: startMs, f: true },
    ],
    ua: { plan: "gold", points: "45", genres: ["jazz", "pop"], vip: null },
    uad: ["gone"],
    con: { gdpr: { analytics: { c: true, ts: startMs, d: "doc", l: "app", h: "hw" } } },
    di: {
      ...{ dp: "Android", b: "google", dma: "Google", dmdl: "Pixel 8", dosv: "14", lat: false },
      ...{ anid: "ac99d4f6d35c14bd", gaid: "aa90ce1d-02d3-4950-816f-7a419b85dbfb", dsw: "1080", dsh: "2400" },
    },
    ai: { an: "App", av: "1.0", apn: "com.example.app", env: 2 },
    msgs: [
      { dt: "ss", id: "S-1", ct: startMs },
      { dt: "fr", id: "first-1", ct: startMs, sid: "S-1" },
      { dt: "ast", id: "state-1", ct: startMs, sid: "S-1", t: "app_init", ifr: true, iu: false },
      change("plan", "gold", 1),
      change("points", "45", 2),
      change("genres", ["jazz", "pop"], 3),
      change("colour", "red", 4),
      change("colour", null, 5, true),
      { dt: "v", id: "view-1", ct: startMs + 10, sid: "S-1", n: "Start", est: startMs, el: 5 },
      event("Tapped", startMs + 11),
      {
        ...{ dt: "cm", id: "buy-1", ct: startMs + 12, sid: "S-1", cu: "EUR" },
        pd: { an: "purchase", ti: "order-1", tr: "12.09", pl: [product] },
      },
      { dt: "x", id: "crash-1", ct: startMs + 13, sid: "S-1", s: "error", c: "E", m: "broke", eh: "true" },
      { dt: "pr", id: "push-1", ct: startMs + 14, sid: "S-1", to: "token-1", tot: "google", r: true },
      { dt: "se", id: "end-1", ct: startMs + 20, sid: "S-1", sl: 20, slx: 20 },
    ],
  };
}

function event(name: string, timeMs: number): object {
  const attributes = { kind: "button", n: "1" };
  return {
    dt: "e",
    id: `event-${name}`,
    ct: timeMs,
    sid: "S-1",
    n: name,
    et: "Navigation",
    attrs: attributes,
  };
}
