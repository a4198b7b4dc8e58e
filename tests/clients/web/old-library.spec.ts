import { asList, asObject } from "../harness/exactJson.ts";
import { identities } from "../harness/profileReader.ts";
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
    const kinds = (await reader.history(mpid)).flatMap((batch) =>
      asList(batch.events).map((event) => String(asObject(event).event_type)),
    );
    const expected = ["commerce_event", "crash_report", "custom_event", "screen_view", "session_start"];
    expect([...new Set(kinds)]).toEqual(expect.arrayContaining(expected));
    expect(await engine.refusals()).toEqual([]);
  });
}
