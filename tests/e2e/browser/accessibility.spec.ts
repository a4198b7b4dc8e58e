import { writeMixedFile } from "../harness/batchFiles.ts";
import { expectNoViolation } from "../harness/noViolation.ts";
import { rpc } from "../harness/rpc.ts";
import { someone } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

const themes = ["light", "dark"] as const;

for (const theme of themes) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme, reducedMotion: "reduce" });

    test("search, empty, with results and without", async ({ page, shop }) => {
      await page.goto(`${shop.url}/users`);
      await expect(page.getByRole("combobox", { name: "Search users" })).toBeFocused();
      await expectNoViolation(page);
      await page.keyboard.type("an");
      await expect(
        page.getByRole("complementary", { name: "Preview" }).getByRole("heading").first(),
      ).toBeVisible();
      await expectNoViolation(page);
      await page.getByRole("combobox", { name: "Search users" }).fill("nobody-has-this");
      await expect(page.getByRole("heading", { name: /^No user has/ })).toBeVisible();
      await expectNoViolation(page);
    });

    test("profile, a history, JSON", async ({ page, shop }) => {
      const { hit, name } = await someone(shop.url);
      await page.goto(`${shop.url}/users/${hit.mpid}`);
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      await expectNoViolation(page);
      await page
        .getByRole("region", { name: "User attributes" })
        .getByRole("button", { expanded: false })
        .first()
        .click();
      await expect(
        page
          .getByRole("dialog", { name: /^History of/ })
          .getByRole("listitem")
          .first(),
      ).toBeVisible();
      await expectNoViolation(page);
    });

    test("activity with an event open", async ({ page, shop }) => {
      const { hit } = await someone(shop.url);
      await page.goto(`${shop.url}/users/${hit.mpid}/activity`);
      const timeline = page.getByRole("grid", { name: "Events" });
      await timeline.locator('[role="row"]:has(time)').first().click();
      await expect(page.getByRole("complementary", { name: "Event" }).locator(".cm-content")).toBeVisible();
      await expectNoViolation(page);
    });

    test("imports: none, under review, done with refused lines, the sample dialog", async ({
      page,
      emptyServer,
      scratch,
    }) => {
      await page.goto(`${emptyServer.url}/imports`);
      await expect(page.getByRole("heading", { name: "No imports yet" })).toBeVisible();
      await expectNoViolation(page);
      await page.keyboard.press("l");
      await expect(page.getByRole("dialog", { name: "Which sample shop?" })).toBeVisible();
      await expectNoViolation(page);

      const file = await writeMixedFile(scratch);
      await page.goto(`${emptyServer.url}/imports?file=${encodeURIComponent(`path:${file.path}`)}`);
      await expect(page.getByRole("button", { name: /^Import \d+ batches/ })).toBeVisible();
      await expectNoViolation(page);

      const source = { from: "path", path: file.path } as const;
      const { job } = await rpc(emptyServer.url, "import_start", { source, workspace: 1, dry_run: false });
      await page.goto(`${emptyServer.url}/imports/${job}`);
      await expect(page.getByRole("grid", { name: "Refused lines" }).getByRole("row").first()).toBeVisible();
      await expect(
        page.getByRole("complementary", { name: "Refused line" }).locator(".cm-content"),
      ).toBeVisible();
      await expectNoViolation(page);
      await page.goto(`${emptyServer.url}/imports?runs=true`);
      await expect(page.getByRole("grid", { name: "Earlier imports" }).getByRole("row")).toHaveCount(2);
      await expectNoViolation(page);
    });

    for (const part of ["storage", "workspaces", "identity", "inputs", "readers", "appearance"]) {
      test(`settings, ${part}`, async ({ page, shop }) => {
        await page.goto(`${shop.url}/settings/${part}`);
        await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
        await expectNoViolation(page);
      });
    }

    test("the reference, one of its operations, a schema unfolded", async ({ page, shop }) => {
      await page.goto(`${shop.url}/reference`);
      await expect(page.getByRole("article", { name: "Introduction" })).toBeVisible();
      await expectNoViolation(page);
      await page.goto(`${shop.url}/reference/sendPageBatch`);
      await page
        .getByRole("tree", { name: "Body" })
        .getByRole("treeitem", { name: /^events/ })
        .click();
      await page.getByRole("tab", { name: "429" }).click();
      await expectNoViolation(page);
    });

    test("palette and keys", async ({ page, shop }) => {
      await page.goto(`${shop.url}/imports`);
      await expect(page.getByRole("heading", { name: "Imports", exact: true })).toBeVisible();
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
      await page.keyboard.type("an");
      await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
      await expectNoViolation(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
      await expectNoViolation(page);
    });

    test("first run", async ({ page, emptyServer }) => {
      await page.goto(`${emptyServer.url}/users`);
      await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
      await expectNoViolation(page);
    });
  });
}
