import { readFile } from "node:fs/promises";
import type { ProfileView } from "../../../ui/src/api/generated/admin.ts";
import { rpc } from "../harness/rpc.ts";
import { someoneWith } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

/** A user of whom there is something in every section. */
const full = (profile: ProfileView) =>
  profile.name !== null &&
  profile.devices.length > 1 &&
  profile.consent.length > 0 &&
  profile.attributes.length > 3;

test("Information shows what the engine knows, section by section", async ({ page, shop }) => {
  const profile = await someoneWith(shop.url, full);
  await page.goto(`${shop.url}/users/${profile.mpid}`);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1, name: profile.name ?? "" })).toBeVisible();
  await expect(main.getByText(profile.known ? "Known" : "Anonymous", { exact: true }).first()).toBeVisible();
  await expect(main.getByText(profile.mpid).first()).toBeVisible();

  const identities = main.getByRole("region", { name: "Identities" });
  for (const { value } of profile.identities)
    await expect(identities.getByText(value, { exact: true })).toBeVisible();

  const attributes = main.getByRole("region", { name: "User attributes" });
  for (const { name, value } of profile.attributes.filter(({ value }) => value.kind === "text")) {
    const row = attributes.getByRole("button", { name });
    await expect(row.first()).toContainText(value.text);
  }
  const devices = main.getByRole("region", { name: "Devices" });
  await expect(devices.getByRole("row")).toHaveCount(profile.devices.length + 1);

  const consent = main.getByRole("region", { name: "Consent" });
  await expect(consent.getByRole("row")).toHaveCount(profile.consent.length + 1);

  const details = main.getByRole("region", { name: "User details" });
  const count = (number: number) => number.toLocaleString("en-GB");
  await expect(details).toContainText(`${count(profile.events)} events in ${count(profile.batches)} batches`);

  const usage = main.getByRole("region", { name: "Workspace usage" });
  for (const input of profile.workspaces.flatMap(({ inputs }) => inputs)) {
    await expect(usage.getByText(input.name).first()).toBeVisible();
  }
});

test("an attribute opens to its history, which stands in the address", async ({ page, shop }) => {
  const profile = await someoneWith(shop.url, full);
  const histories = await Promise.all(
    profile.attributes.map(({ name }) =>
      rpc(shop.url, "attribute_history", { mpid: profile.mpid, workspace: profile.workspace, name }),
    ),
  );
  const longest = histories.reduce((best, next, place, all) => {
    return next.changes.length > (all[best]?.changes.length ?? 0) ? place : best;
  }, 0);
  const name = profile.attributes[longest]?.name ?? "";
  const changes = histories[longest]?.changes ?? [];

  await page.goto(`${shop.url}/users/${profile.mpid}`);
  const attributes = page.getByRole("region", { name: "User attributes" });
  await attributes.getByRole("button", { name }).first().click();
  const history = page.getByRole("dialog", { name: `History of ${name}` });
  await expect(history).toContainText(`${changes.length} value`);
  await expect(history.getByRole("listitem")).toHaveCount(Math.min(changes.length, 6));
  await expect(history.getByRole("listitem").first()).toContainText(changes[0]?.input ?? "");

  const copied = page.url();
  expect(new URL(copied).searchParams.get("attribute")).toBe(name);
  await page.keyboard.press("Escape");
  await expect(history).toBeHidden();
  await page.goto(copied);
  await expect(history).toContainText(`${changes.length} value`);
});

test("the profile can be seen as JSON, with its MPID as text", async ({ page, shop }) => {
  const profile = await someoneWith(shop.url, full);
  await page.goto(`${shop.url}/users/${profile.mpid}`);
  await expect(page.getByRole("heading", { level: 1, name: profile.name ?? "" })).toBeVisible();
  await page.keyboard.press("j");
  const json = page.getByRole("dialog");
  await expect(json).toContainText('"environment": "production"');
  const downloading = page.waitForEvent("download");
  await json.getByRole("button", { name: "Download" }).click();
  const saved = JSON.parse(await readFile(await (await downloading).path(), "utf8")) as Record<
    string,
    unknown
  >;
  expect(saved).toMatchObject({ mpid: profile.mpid });
  await page.keyboard.press("Escape");
  await expect(json).toBeHidden();
});

test("a user that does not exist says so and leads on", async ({ page, shop }) => {
  await page.goto(`${shop.url}/users/12345`);
  await expect(page.getByRole("main")).toContainText("12345");
  await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
});
