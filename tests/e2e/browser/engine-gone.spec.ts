import { startServer } from "../harness/server.ts";
import { someone } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

test("when the engine ends the screens say so, and recover when it is back", async ({ page, ownShop }) => {
  const { infix } = await someone(ownShop.url);
  await page.goto(`${ownShop.url}/users`);
  await expect(page.getByText("Engine running")).toBeVisible();

  await ownShop.stop();
  await expect(page.getByText("Engine not reachable")).toBeVisible({ timeout: 15_000 });
  await page.getByRole("combobox", { name: "Search users" }).fill(infix);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The search could not be done", { timeout: 15_000 });
  await alert.getByRole("button", { name: "Details" }).click();
  await expect(alert).toContainText("urn:uav:problem:unreachable");

  const again = await startServer(ownShop.folder, new URL(ownShop.url).host);
  try {
    await expect(page.getByText("Engine running")).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("listbox", { name: "Results" }).getByRole("option")).toHaveCount(1, {
      timeout: 15_000,
    });
  } finally {
    await again.stop();
  }
});
