import { writeLongFile, writeMixedFile } from "../harness/batchFiles.ts";
import { rpc } from "../harness/rpc.ts";
import { someone, someoneWith } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";
import { looks, shoot } from "./camera.ts";

for (const look of looks) {
  const { theme, width, height } = look;
  test.describe(`${width}x${height} ${theme}`, () => {
    test.use({ colorScheme: theme, viewport: { width, height }, reducedMotion: "reduce" });

    test("users", async ({ page, shop }) => {
      const { infix } = await someone(shop.url);
      await page.goto(`${shop.url}/users`);
      await expect(page.getByRole("combobox", { name: "Search users" })).toBeFocused();
      await shoot(page, "users-empty", look);
      await page.keyboard.type("an");
      await expect(
        page.getByRole("complementary", { name: "Preview" }).getByRole("listitem").first(),
      ).toBeVisible();
      await shoot(page, "users-search", look);
      await page.getByRole("combobox", { name: "Search users" }).fill(`${infix}zz`);
      await expect(page.getByRole("heading", { name: /^No user has/ })).toBeVisible();
      await expect(
        page
          .getByRole("main")
          .getByRole("listitem")
          .or(page.getByText(/nobody either/))
          .first(),
      ).toBeVisible();
      await shoot(page, "users-nobody", look);
    });

    test("profile and activity", async ({ page, shop }) => {
      const profile = await someoneWith(shop.url, (one) => {
        return (
          one.devices.length > 1 && one.consent.length > 1 && one.attributes.length > 5 && one.events > 40
        );
      });
      await page.goto(`${shop.url}/users/${profile.mpid}`);
      await expect(page.getByRole("heading", { level: 1, name: profile.name ?? "" })).toBeVisible();
      await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
      await shoot(page, "profile", look);
      const attributes = page.getByRole("region", { name: "User attributes" });
      await attributes.getByRole("button", { expanded: false }).last().click();
      await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
      await shoot(page, "profile-history", look);
      await page.goto(`${shop.url}/users/${profile.mpid}/activity`);
      const timeline = page.getByRole("grid", { name: "Events" });
      await timeline.locator('[role="row"]:has(time)').nth(2).click();
      await expect(page.getByRole("complementary", { name: "Event" }).locator(".cm-content")).toBeVisible();
      await shoot(page, "activity", look);
    });

    test("reference", async ({ page, shop }) => {
      await page.goto(`${shop.url}/reference`);
      await expect(page.getByRole("article", { name: "Introduction" })).toBeVisible();
      await shoot(page, "reference", look);
      await page.goto(`${shop.url}/reference/sendBatch`);
      await expect(page.getByRole("tree", { name: "Body" })).toBeVisible();
      await shoot(page, "reference-operation", look);
    });

    test("imports", async ({ page, ownShop, scratch }) => {
      const file = await writeMixedFile(scratch);
      const long = await writeLongFile(scratch, "orders-2026-q3.ndjson", 25_000);
      const review = `${ownShop.url}/imports?file=${encodeURIComponent(`path:${file.path}`)}`;
      await page.goto(review);
      await expect(page.getByRole("button", { name: /^Import \d+ batches/ })).toBeVisible();
      await rpc(ownShop.url, "import_start", {
        source: { from: "path", path: long },
        workspace: 1,
        dry_run: false,
      });
      await expect(page.locator(".import-rates-line")).toBeVisible({ timeout: 30_000 });
      await shoot(page, "imports", look);
      await page.keyboard.press("l");
      await expect(page.getByRole("dialog", { name: "Which sample shop?" })).toBeVisible();
      await shoot(page, "imports-sample", look);
      const source = { from: "path", path: file.path } as const;
      const { job } = await rpc(ownShop.url, "import_start", { source, workspace: 1, dry_run: false });
      await page.goto(`${ownShop.url}/imports/${job}`);
      await expect(
        page.getByRole("complementary", { name: "Refused line" }).locator(".cm-content"),
      ).toBeVisible();
      await shoot(page, "imports-job", look);
      await page.goto(`${ownShop.url}/imports?runs=true`);
      await expect(
        page.getByRole("grid", { name: "Earlier imports" }).getByRole("row").first(),
      ).toBeVisible();
      await shoot(page, "imports-list", look);
    });

    test("settings, palette, keys", async ({ page, shop }) => {
      for (const part of ["storage", "workspaces", "identity", "inputs", "readers", "appearance"]) {
        await page.goto(`${shop.url}/settings/${part}`);
        await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
        await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
        await shoot(page, `settings-${part}`, look);
      }
      await page.goto(`${shop.url}/imports`);
      await expect(page.getByRole("heading", { name: "Imports", exact: true })).toBeVisible();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
      await shoot(page, "keys", look);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
      await page.keyboard.type("an");
      await expect(page.getByRole("dialog").getByRole("group", { name: "Users" })).toBeVisible();
      await shoot(page, "palette", look);
    });

    test("an empty store, and an engine that ended", async ({ page, emptyServer }) => {
      await page.goto(emptyServer.url);
      await expect(page.getByRole("heading", { name: "Start with some data" })).toBeVisible();
      await shoot(page, "first-run", look);
      await page.goto(`${emptyServer.url}/imports`);
      await expect(page.getByRole("heading", { name: "No imports yet" })).toBeVisible();
      await shoot(page, "imports-empty", look);
      await emptyServer.stop();
      await page.keyboard.press("l");
      await page.getByRole("button", { name: /^Load [\d,]+ users$/ }).click();
      await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
      await shoot(page, "engine-ended", look);
    });
  });
}
