import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type MixedFile, writeLongFile, writeMixedFile } from "../harness/batchFiles.ts";
import { rpc } from "../harness/rpc.ts";
import { startServer } from "../harness/server.ts";
import { expect, test } from "../harness/test.ts";

/** Lets a file fall onto the page, as the browser tells it. */
async function drop(page: Page, file: MixedFile): Promise<void> {
  const text = await readFile(file.path, "utf8");
  const transfer = await page.evaluateHandle(
    ([name, content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([content ?? ""], name ?? "", { type: "application/x-ndjson" }));
      return carried;
    },
    [file.name, text],
  );
  // A browser says it again and again while the file hangs there.
  await expect(async () => {
    await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
    await expect(page.getByText("Drop to review")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByText("Drop to review")).toBeHidden();
}

test("a dropped file is reviewed, imported, and its refused lines are shown and exported", async ({
  page,
  emptyServer,
  scratch,
}) => {
  const file = await writeMixedFile(scratch);
  await page.goto(`${emptyServer.url}/imports`);
  await expect(page.getByRole("heading", { name: "No imports yet" })).toBeVisible();

  await drop(page, file);
  const review = page.getByRole("complementary", { name: "Review" });
  await expect(review.getByRole("heading", { name: file.name })).toBeVisible();
  await expect(review.getByText(/KB NDJSON$/)).toBeVisible();
  const importing = review.getByRole("button", { name: /^Import [\d,]+ batches/ });
  await expect(importing).toBeVisible();

  // Nothing is stored by a dry run, and its numbers are what the engine says.
  const { jobs } = await rpc(emptyServer.url, "imports_list", {});
  const [dryRun] = jobs;
  expect(dryRun).toMatchObject({ dry_run: true, state: "done", refused: file.refused.length });
  expect((await rpc(emptyServer.url, "engine_status", {})).profiles).toBe(0);
  await expect(importing).toContainText(`Import ${dryRun?.accepted} batches`);
  await expect(review.getByText(`${dryRun?.created} profiles`)).toBeVisible();
  await expect(review.getByText(`${file.refused.length} lines`, { exact: true })).toHaveCount(2);

  // A line of the preview opens to its text.
  await review.getByRole("button", { name: /^3 .*refuse/ }).click();
  await expect(review.getByText('{"mpid":"4418270935516602871"')).toBeVisible();

  await importing.click();
  await expect(page).toHaveURL(/\/imports\/\d+$/);
  await expect(page.getByRole("heading", { name: file.name })).toBeVisible();
  const job = page.getByRole("region", { name: file.name });
  await expect(job.getByText("Done", { exact: true })).toBeVisible();
  await expect(job.getByText(`${dryRun?.accepted}`, { exact: true })).toBeVisible();

  // Every bad line is there with its number and reason.
  const lines = page.getByRole("grid", { name: "Refused lines" });
  await expect(lines.getByRole("row")).toHaveCount(file.refused.length);
  for (const { line } of file.refused) {
    await expect(lines.getByRole("gridcell", { name: `${line}`, exact: true })).toBeVisible();
  }
  await page.getByRole("button", { name: /^No identity/ }).click();
  await expect(page).toHaveURL(/reason=no_identity/);
  await expect(lines.getByRole("row")).toHaveCount(1);
  const pane = page.getByRole("complementary", { name: "Refused line" });
  await expect(pane.getByRole("heading", { name: "Line 9" })).toBeVisible();
  await expect(pane.getByText("newsletter_opened")).toBeVisible();

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export NDJSON" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^refused-\d+\.ndjson$/);
  const saved = path.join(scratch, "refused.ndjson");
  await download.saveAs(saved);
  const exported = (await readFile(saved, "utf8")).trim().split("\n");
  const told = exported.map((text) => JSON.parse(text) as { line: number; reason: string });
  expect(told.map(({ line, reason }) => ({ line, reason }))).toEqual(file.refused);
});

test("the same file a second time stores nothing twice", async ({ page, emptyServer, scratch }) => {
  const file = await writeMixedFile(scratch);
  await page.goto(`${emptyServer.url}/imports`);
  for (const round of [1, 2]) {
    await drop(page, file);
    const review = page.getByRole("complementary", { name: "Review" });
    if (round === 1) {
      await review.getByRole("button", { name: /^Import/ }).click();
      await expect(
        page.getByRole("region", { name: file.name }).getByText("Done", { exact: true }),
      ).toBeVisible();
      await page.getByRole("link", { name: "Imports" }).first().click();
    } else {
      await expect(review.getByText("All of it is here already")).toBeVisible();
      await expect(review.getByRole("button", { name: /^Import/ })).toBeHidden();
      await review.getByRole("button", { name: "Discard" }).click();
      await expect(review).toBeHidden();
    }
  }
});

test("a file can be chosen, and the review is an address that reopens", async ({
  page,
  emptyServer,
  scratch,
}) => {
  const file = await writeMixedFile(scratch, "chosen.json");
  await page.goto(`${emptyServer.url}/imports`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).first().click();
  await (await choosing).setFiles(file.path);
  const review = page.getByRole("complementary", { name: "Review" });
  await expect(review.getByRole("button", { name: /^Import/ })).toBeVisible();
  await expect(page).toHaveURL(/file=.*dry=/);

  const copied = page.url();
  await page.goto(`${emptyServer.url}/settings`);
  await page.goto(copied);
  await expect(review.getByRole("heading", { name: /chosen\.json$/ })).toBeVisible();
  await expect(review.getByRole("button", { name: /^Import/ })).toBeVisible();
  // It is the same dry run, not another one.
  expect((await rpc(emptyServer.url, "imports_list", {})).jobs).toHaveLength(1);
});

test("a path that is no file says so", async ({ page, emptyServer }) => {
  await page.goto(`${emptyServer.url}/imports`);
  await page.getByRole("button", { name: "give a path" }).click();
  const field = page.getByRole("textbox", { name: "Path of a file on this computer" });
  await field.fill("orders.ndjson");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toContainText("A whole path");
  await field.fill("/nowhere/orders.ndjson");
  await field.press("Enter");
  const review = page.getByRole("complementary", { name: "Review" });
  await expect(review.getByRole("heading", { name: "The file could not be read" })).toBeVisible();
  await expect(review.getByText("/nowhere/orders.ndjson")).toBeVisible();
});

test("an import is held, goes on and ends with everything", async ({ page, emptyServer, scratch }) => {
  const file = await writeLongFile(scratch, "a-year.ndjson", 6_000);
  await page.goto(`${emptyServer.url}/imports`);
  const source = { from: "path", path: file } as const;
  const started = await rpc(emptyServer.url, "import_start", { source, workspace: 1, dry_run: false });

  const job = page.getByRole("region", { name: path.basename(file) });
  await job.getByRole("button", { name: "Pause" }).click();
  await expect(job.getByText("Paused", { exact: true })).toBeVisible();
  await expect(page.getByText("1 paused")).toBeVisible();
  const [held] = (await rpc(emptyServer.url, "imports_list", {})).jobs;
  expect(held).toMatchObject({ job: started.job, state: "paused" });

  await job.getByRole("button", { name: "Resume" }).click();
  const row = page
    .getByRole("grid", { name: "Earlier imports" })
    .getByRole("row", { name: path.basename(file) });
  await expect(row).toContainText("Done", { timeout: 40_000 });
  const lines = (await readFile(file, "utf8")).trim().split("\n").length;
  const [done] = (await rpc(emptyServer.url, "imports_list", {})).jobs;
  expect(done).toMatchObject({ state: "done", lines, refused: 0 });
  expect((done?.accepted ?? 0) + (done?.duplicates ?? 0)).toBe(lines);
});

test("the sample shop is loaded from its dialog, with the keyboard alone", async ({ page, emptyServer }) => {
  await page.goto(`${emptyServer.url}/imports`);
  await expect(page.getByRole("heading", { name: "No imports yet" })).toBeVisible();
  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog", { name: "Which sample shop?" });
  await expect(dialog.getByRole("radio", { name: /^10,000 users/ })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(dialog.getByRole("radio", { name: /^1,000 users/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Load 1,000 users" }).press("Enter");
  await expect(dialog).toBeHidden();

  const row = page.getByRole("grid", { name: "Earlier imports" }).getByRole("row", { name: "Sample shop" });
  await expect(row).toContainText("Done", { timeout: 40_000 });
  const status = await rpc(emptyServer.url, "engine_status", {});
  expect(status.profiles).toBeGreaterThanOrEqual(1_000);

  // Arrows and Enter open it, Esc comes back.
  await page.keyboard.press("ArrowDown");
  await expect(row).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Sample shop" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/imports$/);
});

test("an upload can be cancelled, and one that fails says so", async ({ page, emptyServer, scratch }) => {
  const file = await writeMixedFile(scratch);
  // Held on its way, so that there is an upload to cancel.
  await page.route("**/api/uploads?*", () => undefined);
  await page.goto(`${emptyServer.url}/imports`);
  await drop(page, file);
  const waiting = page.getByRole("list", { name: "Files to review" }).getByRole("listitem");
  await expect(waiting).toContainText(file.name);
  await expect(waiting.getByRole("progressbar", { name: `Sending ${file.name}` })).toBeVisible();
  await waiting.getByRole("button", { name: "Cancel" }).click();
  await expect(waiting).toHaveCount(0);

  await page.unroute("**/api/uploads?*");
  await page.route("**/api/uploads?*", (route) => route.abort());
  await drop(page, file);
  await expect(waiting.getByRole("alert")).toContainText("Not sent");
  await waiting.getByRole("button", { name: `Take ${file.name} away` }).click();
  await expect(waiting).toHaveCount(0);
});

test("an import goes on by itself after a restart, and nothing is loaded twice", async ({
  page,
  emptyServer,
  scratch,
}) => {
  const file = await writeLongFile(scratch, "a-year.ndjson", 6_000);
  const source = { from: "path", path: file } as const;
  await rpc(emptyServer.url, "import_start", { source, workspace: 1, dry_run: false });
  await page.goto(`${emptyServer.url}/imports`);
  await expect(
    page.getByRole("region", { name: "a-year.ndjson" }).getByRole("button", { name: "Pause" }),
  ).toBeVisible();
  await emptyServer.stop();
  const again = await startServer(emptyServer.folder, new URL(emptyServer.url).host);
  try {
    const row = page
      .getByRole("grid", { name: "Earlier imports" })
      .getByRole("row", { name: "a-year.ndjson" });
    await expect(row).toContainText("Done", { timeout: 40_000 });
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    const ids = new Set(
      lines.map((line) => (JSON.parse(line) as { source_request_id: string }).source_request_id),
    );
    expect((await rpc(again.url, "engine_status", {})).batches).toBe(ids.size);
  } finally {
    await again.stop();
  }
});

test("several files wait their turn", async ({ page, emptyServer, scratch }) => {
  const names = ["first.ndjson", "second.ndjson"];
  const files = await Promise.all(names.map((name) => writeMixedFile(scratch, name)));
  await page.goto(`${emptyServer.url}/imports`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).first().click();
  await (await choosing).setFiles(files.map((file) => file.path));
  const review = page.getByRole("complementary", { name: "Review" });
  await expect(page.getByText("2 to review")).toBeVisible();
  const waiting = page.getByRole("list", { name: "Files to review" }).getByRole("listitem");
  await expect(waiting).toHaveCount(1);
  await expect(review.getByRole("button", { name: /^Import/ })).toBeVisible();
  await review.getByRole("button", { name: "Discard" }).click();
  await expect(waiting).toHaveCount(0);
  await expect(page.getByText("1 to review")).toBeVisible();
  await expect(review.getByRole("button", { name: /^Import/ })).toBeVisible();
});
