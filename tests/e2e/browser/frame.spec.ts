import { someone } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

test("both themes: follows the system, is switched by hand, and stays", async ({ page, shop }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${shop.url}/imports`);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(page.getByRole("heading", { name: "Imports", exact: true })).toBeVisible();
  const dark = await background();
  await page.getByRole("button", { name: "Switch theme" }).click();
  await expect.poll(background).not.toBe(dark);
  const light = await background();
  await page.reload();
  await expect.poll(background).toBe(light);
});

test("go-to keys, back and forward", async ({ page, shop }) => {
  await page.goto(`${shop.url}/imports`);
  await expect(page.getByRole("heading", { name: "Imports", exact: true })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/settings\/storage$/);
  await page.keyboard.press("g");
  await page.keyboard.press("u");
  await expect(page).toHaveURL(/\/users$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/settings\/storage$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/imports$/);
  await page.goForward();
  await expect(page).toHaveURL(/\/settings\/storage$/);
});

test("the keys are listed with ?, and Esc closes the list", async ({ page, shop }) => {
  await page.goto(`${shop.url}/imports`);
  await expect(page.getByRole("heading", { name: "Imports", exact: true })).toBeVisible();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByText("Command palette")).toBeVisible();
  await expect(keys.getByText("Choose files")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("an address that names nothing says so", async ({ page, shop }) => {
  await page.goto(`${shop.url}/nowhere`);
  await expect(page.getByRole("heading", { name: "Nothing is at this address" })).toBeVisible();
});

test("the environment narrows the search", async ({ page, shop }) => {
  const { infix } = await someone(shop.url);
  await page.goto(`${shop.url}/users?q=${encodeURIComponent(infix)}`);
  await expect(page.getByRole("listbox", { name: "Results" }).getByRole("option")).toHaveCount(1);
  await page.getByRole("button", { name: /^Environment/ }).click();
  await page.getByRole("menuitemradio", { name: "Development" }).click();
  await expect(page.getByRole("heading", { name: /^No user has/ })).toBeVisible();
});
