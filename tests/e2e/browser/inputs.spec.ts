import { expectNoViolationInBothThemes } from "../harness/noViolation.ts";
import { rpc } from "../harness/rpc.ts";
import { sendEvents } from "../harness/sendEvents.ts";
import { expect, test } from "../harness/test.ts";

const batch = JSON.stringify({
  environment: "production",
  user_identities: { customer_id: "c-from-a-snippet" },
  events: [{ event_type: "custom_event", data: { event_name: "Hello", custom_event_type: "other" } }],
});

test("an input is made by keys, its secret is shown once, and data comes in with it", async ({
  page,
  ownShop,
}) => {
  await page.goto(`${ownShop.url}/settings/inputs`);
  await expect(page.getByRole("grid", { name: "Inputs" })).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "New input" });
  await expect(dialog.getByRole("textbox", { name: "Name of the input" })).toBeFocused();
  await dialog.getByRole("radio", { name: "Android" }).click();
  await expectNoViolationInBothThemes(page);
  await dialog.getByRole("textbox", { name: "Name of the input" }).fill("Trail app");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: /Trail app/ })).toBeVisible();
  const once = page.getByRole("region", { name: "New key, made just now" });
  const key = (await once.getByText(/^us1-[0-9a-f]{32}$/).textContent()) ?? "";
  const secret = (await once.getByText(/^[0-9a-f]{64}$/).textContent()) ?? "";
  await expect(page.getByRole("region", { name: "Snippet for Android" })).toContainText(secret);
  await page.getByRole("tab", { name: "curl" }).click();
  const curl = page.getByRole("region", { name: "Snippet for curl" });
  await expect(curl).toContainText(`${key}:${secret}`);
  await expect(curl).toContainText(`${ownShop.url}/v2/events`);
  await expectNoViolationInBothThemes(page);
  expect(await sendEvents(ownShop.url, { key, secret }, batch)).toBe(202);

  await once.getByRole("button", { name: "I have kept it" }).click();
  await expect(once).toBeHidden();
  await expect(curl).toContainText(`${key}:SECRET`);
  await page.reload();
  await expect(page.getByRole("region", { name: "Keys" })).toContainText("1 in use");
  await expect(page.getByText(secret)).toHaveCount(0);
});

test("a key is rotated: a new one beside it, then the old one revoked", async ({ page, ownShop }) => {
  const old = await rpc(ownShop.url, "input_create", {
    workspace: 1,
    name: "Till",
    kind: "custom_feed",
    platform: "feed",
    environment: "production",
  });
  await page.goto(`${ownShop.url}/settings/inputs/${old.input}`);
  await expect(page.getByRole("tab").first()).toHaveText("Node");
  await page.keyboard.press("r");
  const asking = page.getByRole("dialog", { name: "New key for Till?" });
  await expect(asking).toContainText("then revoke the old one");
  await asking.getByRole("button", { name: "Make the key" }).click();
  const keys = page.getByRole("region", { name: "Keys" });
  await expect(keys).toContainText("2 in use");

  const short = `${old.key.slice(0, 8)}…${old.key.slice(-4)}`;
  await keys.getByRole("button", { name: `Revoke ${short}` }).click();
  const question = page.getByRole("dialog", { name: `Revoke ${short} of Till?` });
  await expect(question.getByRole("button", { name: "Keep the key" })).toBeFocused();
  await expect(question).toContainText("Till goes on with its other key.");
  await expectNoViolationInBothThemes(page);
  await question.getByRole("button", { name: "Revoke the key" }).click();
  await expect(keys).toContainText("1 in use");
  await expect(keys).toContainText("revoked");
  expect(await sendEvents(ownShop.url, old, batch)).toBe(403);
});

test("what was refused stands with its reason, place and text", async ({ page, ownShop }) => {
  const made = await rpc(ownShop.url, "input_create", {
    workspace: 1,
    name: "Warehouse",
    kind: "custom_feed",
    platform: "feed",
    environment: "production",
  });
  const mpid = "9223372036854775807";
  expect(await sendEvents(ownShop.url, made, '{"events":')).toBe(400);
  const wrong = `{"environment":"production","mpid":${mpid},"events":[{"event_type":"custom_event","data":{}}]}`;
  await sendEvents(ownShop.url, made, wrong);
  await page.goto(`${ownShop.url}/settings/inputs/${made.input}`);
  const refused = page.getByRole("grid", { name: "Refused" });
  await expect(refused.getByRole("row").last()).toContainText("Not JSON");
  await refused.getByRole("row").first().click();
  const pane = page.getByRole("complementary", { name: "Refusal" });
  await expect(pane).toContainText("events[0].data.event_name");
  await expectNoViolationInBothThemes(page);
  await refused.getByRole("row").last().click();
  await expect(pane.locator(".cm-content")).toContainText('{"events":');
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "Ready to paste" })).toBeVisible();
});

test("a key that is enough for IDSync, and another name", async ({ page, ownShop }) => {
  const { inputs } = await rpc(ownShop.url, "inputs_list", {});
  const app = inputs.find((input) => input.platform === "ios");
  await page.goto(`${ownShop.url}/settings/inputs/${app?.id}`);
  await page.getByRole("switch", { name: /^The key is enough/ }).click();
  await expect(page.getByText("Whoever knows the key")).toBeVisible();
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: /^Rename/ });
  await dialog.getByRole("textbox").fill("iPhone app");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /iPhone app/ })).toBeVisible();
  const after = await rpc(ownShop.url, "inputs_list", {});
  expect(after.inputs.find((input) => input.id === app?.id)).toMatchObject({
    name: "iPhone app",
    key_alone: true,
  });
});

test("limits are set and taken away; a server's door is always open", async ({ page, ownShop }) => {
  await page.goto(`${ownShop.url}/settings/inputs`);
  const door = page.getByRole("region", { name: "Where SDKs send to" });
  await expect(door).toContainText("always open");
  await expect(door).toContainText(ownShop.url);
  const limits = page.getByRole("region", { name: "Limits" });
  const batches = limits.getByRole("textbox", { name: "Batches a second" });
  await batches.fill("none");
  await expect(limits.getByRole("alert")).toBeVisible();
  await expect(limits.getByRole("button", { name: "Save the limits" })).toBeDisabled();
  await batches.fill("1500");
  await limits.getByRole("button", { name: "Save the limits" }).click();
  await expect(batches).toHaveValue("1,500");
  expect(await rpc(ownShop.url, "limits_get", {})).toEqual({
    batches_per_s: 1500,
    identity_per_s: null,
    reads_per_s: null,
  });
  await batches.fill("");
  await page.keyboard.press("Enter");
  await expect(limits.getByRole("button")).toHaveCount(0);
  expect((await rpc(ownShop.url, "limits_get", {})).batches_per_s).toBeNull();
});

test("the list is walked and opened by keys", async ({ page, shop }) => {
  await page.goto(`${shop.url}/settings/inputs`);
  const list = page.getByRole("grid", { name: "Inputs" });
  await expect(list).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const name = (await list.locator('[aria-selected="true"] .medium').textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
});
