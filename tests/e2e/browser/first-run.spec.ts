import { rpc } from "../harness/rpc.ts";
import { expect, test } from "../harness/test.ts";

test("an empty store shows the ways to begin, and a sample shop makes it a search", async ({
  page,
  emptyServer,
}) => {
  await page.goto(emptyServer.url);
  await expect(page.getByRole("heading", { name: "Start with some data" })).toBeVisible();
  await page.getByRole("radio", { name: /^1,000 users/ }).check();
  await page.getByRole("button", { name: "Load 1,000 users" }).click();
  await expect
    .poll(async () => (await rpc(emptyServer.url, "imports_list", {})).jobs[0]?.state, { timeout: 40_000 })
    .toBe("done");
  await page.goto(`${emptyServer.url}/users`);
  await page.getByRole("combobox", { name: "Search users" }).fill("an");
  await expect(page.getByRole("listbox", { name: "Results" }).getByRole("option").first()).toBeVisible();
});
