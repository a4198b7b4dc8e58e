import { rpc } from "../harness/rpc.ts";
import { expect, test } from "../harness/test.ts";

test("storage says where the data is and how much there is", async ({ page, shop }) => {
  const storage = await rpc(shop.url, "storage_get", {});
  await page.goto(`${shop.url}/settings/storage`);
  const main = page.getByRole("main");
  await expect(main).toContainText(storage.path);
  await expect(main).toContainText(storage.engine);
  await expect(main).toContainText(storage.production_profiles.toLocaleString("en-GB"));
  await expect(main).toContainText(storage.events.toLocaleString("en-GB"));
});

test("a workspace is made, renamed and chosen", async ({ page, ownShop }) => {
  await page.goto(`${ownShop.url}/settings/workspaces`);
  await page
    .getByRole("button", { name: /workspace/i })
    .filter({ hasText: /New|Create|Add/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: /name/i }).fill("Northwind Rental");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("Northwind Rental").first()).toBeVisible();
  const { workspaces } = await rpc(ownShop.url, "workspaces_list", {});
  expect(workspaces.map(({ name }) => name)).toContain("Northwind Rental");

  await page.getByRole("button", { name: /^Workspace/ }).click();
  await page.getByRole("menuitemradio", { name: "Northwind Rental" }).click();
  await expect(page.getByRole("button", { name: "Workspace: Northwind Rental" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Workspace: Northwind Rental" })).toBeVisible();
});

test("the theme is chosen in Appearance", async ({ page, shop }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${shop.url}/settings/appearance`);
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
