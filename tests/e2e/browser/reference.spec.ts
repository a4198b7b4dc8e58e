import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { rpc } from "../harness/rpc.ts";
import { expect, test } from "../harness/test.ts";

const run = promisify(execFile);

interface Contract {
  paths: Record<string, Record<string, { operationId?: string; summary?: string }>>;
}

/** The operations of the document that the server gives to anybody. */
async function operationsOf(url: string): Promise<{ id: string; summary: string }[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as Contract;
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId: id, summary = "" }) => (id === undefined ? [] : [{ id, summary }]));
}

const operations = (page: Page) => page.getByRole("listbox", { name: "Operations" });

test("the screen and the address for anybody tell the same contract", async ({ page, shop }) => {
  const { json } = await rpc(shop.url, "api_reference", {});
  expect(await (await fetch(`${shop.url}/openapi.json`)).text()).toBe(json);
  const told = await operationsOf(shop.url);
  await page.goto(`${shop.url}/reference`);
  await expect(page.getByText(`${told.length} operations`)).toBeVisible();
  await expect(operations(page).getByRole("option").first()).toHaveAttribute(
    "aria-setsize",
    `${told.length}`,
  );
});

test("every operation has an address and can be read", async ({ page, shop }) => {
  const told = new Map((await operationsOf(shop.url)).map(({ id, summary }) => [id, summary]));
  await page.goto(`${shop.url}/reference`);
  await operations(page).focus();
  const total = told.size;
  for (let walked = 0; walked < total; walked += 1) {
    const before = page.url();
    await page.keyboard.press("ArrowDown");
    await expect(page).not.toHaveURL(before);
    const id = new URL(page.url()).pathname.replace("/reference/", "");
    await expect(page.getByRole("article", { name: told.get(id) ?? "", exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: "Ready to paste" })).toContainText(`curl`);
    told.delete(id);
  }
  expect([...told.keys()]).toEqual([]);
});

test("filter, walk, go back: all with the keyboard", async ({ page, shop }) => {
  await page.goto(`${shop.url}/reference`);
  await expect(page.getByRole("article", { name: "Introduction" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("post modify");
  await expect(operations(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reference\/modify$/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Filter operations" })).toHaveValue("");

  await page.goto(`${shop.url}/reference/identify`);
  await operations(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/\/reference\/login$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("article")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(operations(page)).toBeFocused();

  await page.goto(`${shop.url}/reference/noSuchThing`);
  await page.getByRole("link", { name: "Show the introduction" }).click();
  await expect(page).toHaveURL(/\/reference$/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "There is no operation “noSuchThing”" })).toBeVisible();
});

test("a schema folds and unfolds", async ({ page, shop }) => {
  await page.goto(`${shop.url}/reference/sendBatch`);
  const body = page.getByRole("tree", { name: "Body" });
  const events = body.getByRole("treeitem", { name: /^events/ });
  await expect(events).toHaveAttribute("aria-expanded", "false");
  await events.click();
  await body.getByRole("treeitem", { name: /^Custom event/ }).click();
  await page.keyboard.press("ArrowDown");
  await expect(body.locator('[aria-selected="true"]')).toContainText("event_type");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(body.getByRole("treeitem", { name: /^event_type/ })).toHaveCount(0);
});

test("the answers stand by their statuses", async ({ page, shop }) => {
  await page.goto(`${shop.url}/reference/sendBatch`);
  const answers = page.getByRole("region", { name: "Answers" });
  await expect(answers.getByRole("tab", { name: "202" })).toHaveAttribute("aria-selected", "true");
  await answers.getByRole("tab", { name: "202" }).press("End");
  await expect(answers.getByRole("tabpanel")).toContainText("SERVICE_UNAVAILABLE");
  await answers.getByRole("tab", { name: "429" }).click();
  await expect(answers.getByRole("tabpanel")).toContainText("Retry-After");
});

test("a line that is pasted works", async ({ page, ownShop }) => {
  const input = { name: "Shell", kind: "platform", platform: "server", environment: "production" } as const;
  const made = await rpc(ownShop.url, "input_create", { workspace: 1, ...input });
  for (const id of [
    "sendBatch",
    "sendBatches",
    "sendPastBatches",
    "identify",
    "search",
    "logout",
    "pageConfig",
  ]) {
    await page.goto(`${ownShop.url}/reference/${id}`);
    const line = await page.getByRole("region", { name: "Ready to paste" }).textContent();
    expect(line).toContain(ownShop.url);
    const filled = `${line}`.replace("SECRET", made.secret).replace("KEY", made.key);
    const { stdout } = await run("sh", [
      "-c",
      `${filled} --silent --output /dev/null --write-out '%{http_code}'`,
    ]);
    expect(stdout, id).toMatch(/^20[02]$/);
  }
});

test("when it cannot be read it can be tried again", async ({ page, shop }) => {
  const problem = {
    type: "urn:uav:problem:odd",
    title: "It is odd",
    status: 500,
    detail: "",
    code: "odd",
    fields: [],
  };
  await page.route("**/api/rpc/api_reference", (route) => route.fulfill({ status: 500, json: problem }));
  await page.goto(`${shop.url}/reference`);
  await expect(page.getByRole("alert")).toContainText("The reference could not be read");
  await page.unroute("**/api/rpc/api_reference");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("article", { name: "Introduction" })).toBeVisible();
});
