import { expectNoViolationInBothThemes } from "../harness/noViolation.ts";
import { rpc } from "../harness/rpc.ts";
import { expect, test } from "../harness/test.ts";

test("types are reordered by keys and by the pointer, and saved", async ({ page, ownShop }) => {
  await page.goto(`${ownShop.url}/settings/identity`);
  const order = page.getByRole("grid", { name: "Order of look-up" });
  const email = order.getByRole("button", { name: /^Email, / });
  await email.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Alt+ArrowUp");
  await expect(email).toHaveAccessibleName(/^Email, 2 of/);
  await expect(email).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /^Email is now 2 of/ })).toBeAttached();

  const phone = order.getByRole("button", { name: /^Phone, / });
  const target = order.getByRole("button", { name: /^Other 3, / });
  const [from, to] = [await phone.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error("the rows are not on the screen");
  await page.mouse.move(from.x + 6, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x + 6, to.y + 22, { steps: 4 });
  await page.mouse.up();
  await expect(phone).toHaveAccessibleName(/^Phone, 8 of/);

  await expect(page.getByRole("region", { name: "Not saved" })).toContainText("another order");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("region", { name: "Not saved" })).toBeHidden();
  const { scopes } = await rpc(ownShop.url, "scopes_list", {});
  expect(scopes[0]?.settings.priority.slice(0, 2)).toEqual(["customer_id", "email"]);
  expect(scopes[0]?.settings.priority[7]).toBe("mobile_number");
});

test("what cannot work is said at its place and mended there", async ({ page, ownShop }) => {
  await page.goto(`${ownShop.url}/settings/identity`);
  const order = page.getByRole("grid", { name: "Order of look-up" });
  await order.getByRole("switch", { name: "Email is immutable" }).click();
  await expect(order.getByRole("alert")).toContainText("Email is immutable");
  const bar = page.getByRole("region", { name: "Not saved" });
  await expect(bar.getByRole("button", { name: /^Save/ })).toBeDisabled();
  await expectNoViolationInBothThemes(page);
  await order.getByRole("button", { name: "Put it first" }).click();
  await expect(order.getByRole("button", { name: /^Email, 1 of/ })).toBeVisible();
  await expect(order.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /^Custom/ })).toBeChecked();

  await order.getByRole("button", { name: /^Facebook, / }).focus();
  await page.keyboard.press("u");
  await expect(order.getByText(/^Facebook is unique but/)).toBeVisible();
  await order.getByRole("button", { name: "Make it a log-in" }).click();
  await expect(order.getByRole("switch", { name: "Facebook is a log-in identity" })).toBeChecked();
  await bar.getByRole("button", { name: /^Save/ }).click();
  await expect(bar).toBeHidden();
  const { scopes } = await rpc(ownShop.url, "scopes_list", {});
  expect(scopes[0]?.settings).toMatchObject({
    immutable: "email",
    login: expect.arrayContaining(["facebook"]),
  });
});

test("a type is taken out of the order and put back", async ({ page, shop }) => {
  await page.goto(`${shop.url}/settings/identity`);
  const order = page.getByRole("grid", { name: "Order of look-up" });
  await order.getByRole("button", { name: /^Yahoo, / }).focus();
  await page.keyboard.press("Delete");
  await expect(order.getByRole("button", { name: /^Yahoo, / })).toHaveCount(0);
  await expect(page.getByText(/^Kept and shown, but never looked up.*Yahoo/)).toBeVisible();
  await page.getByRole("button", { name: "Identity type" }).click();
  await page.getByRole("menuitem", { name: "Yahoo" }).click();
  await expect(order.getByRole("button", { name: /^Yahoo, / })).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("region", { name: "Not saved" })).toBeHidden();
});

test("what other settings would make of the log is worked out before they are saved", async ({
  page,
  shop,
}) => {
  await page.goto(`${shop.url}/settings/identity`);
  await page.getByRole("radio", { name: "Best Match" }).click();
  const pane = page.getByRole("complementary", { name: "What would change" });
  await pane.getByRole("button", { name: /^Work out what would change/ }).click();
  await expect(pane.getByText("up to date")).toBeVisible({ timeout: 30_000 });
  const { preview } = await rpc(shop.url, "resolution_preview_get", {});
  expect(preview?.state).toBe("done");
  await expect(pane).toContainText(preview?.users_after.toLocaleString("en-GB") ?? "");
  await expectNoViolationInBothThemes(page);
  await page.getByRole("radio", { name: "Profile Link" }).click();
  await expect(pane.getByText(/other settings than those on the left/)).toBeVisible();
});

test("a scope is made and used by a new workspace", async ({ page, ownShop }) => {
  await page.goto(`${ownShop.url}/settings/identity`);
  await expect(page.getByRole("radio", { name: "Default" })).toBeChecked();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "New identity scope" });
  await dialog.getByRole("textbox").fill("Trade customers");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/no workspace yet/)).toBeVisible();
  await page.goto(`${ownShop.url}/settings/workspaces`);
  await page.getByRole("button", { name: "New workspace" }).click();
  await page.getByRole("textbox", { name: "Name of the workspace" }).fill("Trade");
  await page
    .getByRole("combobox", { name: "Shares the users of" })
    .selectOption({ label: "Trade customers: no workspace yet" });
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await expect(page.getByRole("main").getByText("Trade customers")).toBeVisible();
  const { scopes } = await rpc(ownShop.url, "scopes_list", {});
  expect(scopes[1]?.workspaces.map(({ name }) => name)).toEqual(["Trade"]);
});
