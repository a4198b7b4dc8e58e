import { someone } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

test("the palette finds a user from any screen", async ({ page, shop }) => {
  const { hit, infix, name } = await someone(shop.url);
  await page.goto(`${shop.url}/imports`);
  await expect(page.getByRole("heading", { name: "Imports", exact: true })).toBeVisible();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(infix);
  await expect(palette.getByRole("group", { name: "Users" }).getByRole("option", { name })).toBeVisible();
  // Enter is not taken while the answer to a former text stands there.
  await expect(palette.locator(".stale")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(`${shop.url}/users/${hit.mpid}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("the palette runs an action, and Esc closes it", async ({ page, shop }) => {
  await page.goto(`${shop.url}/users`);
  await expect(page.getByRole("combobox", { name: "Search users" })).toBeFocused();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(">imports");
  await expect(palette.getByRole("option").first()).toContainText(/imports/i);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/imports$/);
  await expect(palette).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});
