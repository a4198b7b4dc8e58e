import { rpc } from "../../e2e/harness/rpc.ts";
import { asList, asObject } from "../harness/exactJson.ts";
import { identities } from "../harness/profileReader.ts";
import { type Exchange, said } from "../harness/relay.ts";
import { browse, consent, described, describeOneself, lookAround, shop } from "./scenario.ts";
import { expect, test } from "./test.ts";
import { hosts, taken, Visitor } from "./visitor.ts";

for (const form of ["short keys", "batches"] as const) {
  test(`the library of 2019 sends ${form}`, async ({ engine, key, page, secureRelay, shop: site }) => {
    const reader = await engine.reader();
    const flags = { eventsV3: form === "batches" ? "100" : "0", eventBatchingIntervalMillis: "0" };
    const settings = { requestConfig: false, workspaceToken: "old", flags };
    const config = { ...hosts(secureRelay.address), ...settings };
    const visitor = await Visitor.at(page, site.old, key.key, secureRelay, config);
    await lookAround(visitor);
    const login = await visitor.identity("login", { customerid: "old-1", email: "old@example.test" });
    const mpid = login.body?.mpid ?? "";
    await describeOneself(visitor);
    await browse(visitor);
    await shop(visitor);
    await consent(visitor);
    // Nothing is kept back, and told to send it the library would fail.
    await visitor.settle("Done", { upload: false });

    const door = form === "batches" ? /\/v3\/JS\/.*\/events$/ : /\/v2\/JS\/.*\/Events$/;
    expect(secureRelay.to(door)).toHaveLength(taken(secureRelay).length);
    const profile = await reader.profile(mpid);
    expect(profile.user_attributes).toEqual(described);
    expect(identities(profile.user_identities)).toEqual(["customer_id=old-1", "email=old@example.test"]);
    const { profiles, batches, events } = await engine.totals();
    const sent = taken(secureRelay).length;
    expect({ profiles, batches, events }).toEqual({ profiles: 1, batches: sent, events: sent });
    expect(await eventTypes(engine.url, mpid)).toEqual(taken(secureRelay).flatMap(typesIn).sort());
    expect(await engine.refusals()).toEqual([]);
  });
}

/** The types of events by their numbers in short keys. */
const shortTypes: Record<string, string> = {
  1: "session_start",
  2: "session_end",
  3: "screen_view",
  4: "custom_event",
  5: "crash_report",
  10: "application_state_transition",
  16: "commerce_event",
};

/** The types of the events of an upload, in either form. */
function typesIn(upload: Exchange): string[] {
  const { dt, events } = asObject(said(upload));
  if (dt !== undefined) return [shortTypes[String(dt)] ?? `unknown ${dt}`];
  return asList(events).map((event) => String(asObject(event).event_type));
}

/** The types of a user's events as an operator sees them, in order of the alphabet. */
async function eventTypes(url: string, mpid: string): Promise<string[]> {
  const filter = {
    from_ms: null,
    to_ms: null,
    inputs: [],
    categories: [],
    names: [],
    devices: [],
    workspace: null,
  };
  const { events } = await rpc(url, "activity_page", {
    ...{ mpid, filter, oldest_first: true, cursor: null, limit: 200 },
  });
  return events.map(({ event_type }) => event_type).sort();
}
