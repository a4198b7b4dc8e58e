import { rpc } from "../harness/rpc.ts";
import { profileOf, someone } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

test("a piece of an email finds the user, and the profile opens with the keyboard alone", async ({
  page,
  shop,
}) => {
  const { hit, infix, name } = await someone(shop.url);
  await page.goto(shop.url);
  const box = page.getByRole("combobox", { name: "Search users" });
  await expect(box).toBeFocused();
  await page.keyboard.type(infix);

  const results = page.getByRole("listbox", { name: "Results" });
  await expect(results.getByRole("option")).toHaveCount(1);
  await expect(results.getByRole("option", { name })).toContainText(hit.mpid);
  // What matches is marked, and the rest is not.
  await expect(results.locator("mark")).toHaveText(infix);
  await expect(results).toContainText("Contains");
  // The preview follows the cursor.
  await expect(page.getByRole("complementary", { name: "Preview" })).toContainText(hit.value);

  // Enter is not taken while the answer to a former text stands there.
  await expect(page.getByRole("main").locator(".stale")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${shop.url}/users/${hit.mpid}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  // Back keeps the search.
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(box).toHaveValue(infix);
  await expect(results.getByRole("option")).toHaveCount(1);
});

test("arrows walk the results and the preview follows", async ({ page, shop }) => {
  await page.goto(`${shop.url}/users?q=an`);
  const results = page.getByRole("listbox", { name: "Results" });
  const options = results.getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.getByRole("combobox", { name: "Search users" }).press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  const { hits } = await rpc(shop.url, "users_search", {
    query: "an",
    environment: "production",
    workspace: null,
    kind: null,
    include_former: true,
    cursor: null,
    limit: 2,
  });
  await expect(page.getByRole("complementary", { name: "Preview" })).toContainText(
    hits[1]?.mpid ?? "no second hit",
  );
});

test("a chip narrows to one identity type and stands in the address", async ({ page, shop }) => {
  const found = await rpc(shop.url, "users_search", {
    query: "12",
    environment: "production",
    workspace: null,
    kind: null,
    include_former: true,
    cursor: null,
    limit: 1,
  });
  const kind = found.kinds.find(({ count }) => count > 0);
  if (!kind) throw new Error("nothing in the shop contains 12");
  await page.goto(`${shop.url}/users?q=12`);
  const chip = page.getByRole("button", { name: `${kind.label} ${kind.count.toLocaleString("en-GB")}` });
  await chip.click();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(new RegExp(`kind=${kind.kind}`));
  const options = page.getByRole("listbox", { name: "Results" }).getByRole("option");
  await expect(options.first()).toContainText(kind.label);

  // The address alone brings the same back.
  await page.reload();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect(options.first()).toContainText(kind.label);
});

test("an MPID finds its user exactly", async ({ page, shop }) => {
  const { hit } = await someone(shop.url);
  await page.goto(`${shop.url}/users`);
  await page.getByRole("combobox", { name: "Search users" }).fill(hit.mpid);
  const results = page.getByRole("listbox", { name: "Results" });
  await expect(results.getByRole("option").first()).toContainText(hit.mpid);
  await expect(results).toContainText("Exact");
});

test("nobody found says what was tried and what to try", async ({ page, shop }) => {
  const { infix } = await someone(shop.url);
  await page.goto(`${shop.url}/users`);
  await page.getByRole("combobox", { name: "Search users" }).fill("marzipan-nobody-has-this");
  await expect(page.getByRole("heading", { name: /No user has “marzipan-nobody-has-this”/ })).toBeVisible();
  await expect(page.getByText(/Tried exact, starts with and contains/)).toBeVisible();
  // A type that has no match leads to the search without it.
  await page.goto(`${shop.url}/users?q=${encodeURIComponent(infix)}&kind=mpid`);
  await expect(page.getByRole("heading", { name: /^No user has/ })).toBeVisible();
  const advice = page.getByRole("listitem").getByRole("button").first();
  await advice.click();
  await expect(page.getByRole("listbox", { name: "Results" }).getByRole("option")).toHaveCount(1);
});

test("pinned users and recent look-ups stand below the empty box", async ({ page, shop }) => {
  const { hit, infix, name } = await someone(shop.url);
  const profile = await profileOf(shop.url, hit.mpid);
  await page.goto(`${shop.url}/users/${profile.mpid}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goto(`${shop.url}/users`);
  await expect(page.getByRole("heading", { name: /Recent look-ups/ })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name })).toBeVisible();

  // P pins the user at the cursor; the pin outlives the page.
  await page.goto(`${shop.url}/users?q=${encodeURIComponent(infix)}`);
  await page.getByRole("listbox", { name: "Results" }).getByRole("option").first().click();
  await page.keyboard.press("p");
  await expect(page.getByText("Pinned", { exact: true }).first()).toBeVisible();
  await page.goto(`${shop.url}/users`);
  await expect(page.getByRole("heading", { name: /^Pinned/ })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name }).click();
  await expect(page).toHaveURL(`${shop.url}/users/${hit.mpid}`);
});
