import type { ActivityFilter, ProfileView, TimelineEventView } from "../../../ui/src/api/generated/admin.ts";
import { rpc } from "../harness/rpc.ts";
import { someoneWith } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

const everything: ActivityFilter = {
  from_ms: null,
  to_ms: null,
  inputs: [],
  categories: [],
  names: [],
  devices: [],
  workspace: null,
};

async function eventsOf(
  url: string,
  mpid: string,
  filter: Partial<ActivityFilter> = {},
): Promise<TimelineEventView[]> {
  const { events } = await rpc(url, "activity_page", {
    mpid,
    filter: { ...everything, ...filter },
    oldest_first: false,
    cursor: null,
    limit: 500,
  });
  return events;
}

/** A user with a few pages' worth of events over several days. */
const busy = (profile: ProfileView) => profile.events > 40 && profile.events < 400 && profile.days.length > 2;

test("the timeline shows the events, newest first", async ({ page, shop }) => {
  const profile = await someoneWith(shop.url, busy);
  const [newest] = await eventsOf(shop.url, profile.mpid);
  await page.goto(`${shop.url}/users/${profile.mpid}`);
  await expect(page.getByRole("heading", { level: 1, name: profile.name ?? "" })).toBeVisible();
  await page.keyboard.press("2");
  await expect(page).toHaveURL(`${shop.url}/users/${profile.mpid}/activity`);
  const timeline = page.getByRole("grid", { name: "Events" });
  await expect(
    timeline
      .getByRole("row")
      .filter({ hasText: newest?.name ?? "" })
      .first(),
  ).toBeVisible();
});

test("filters stand in the address, and the address alone brings them back", async ({ page, shop }) => {
  const profile = await someoneWith(shop.url, busy);
  const facets = await rpc(shop.url, "activity_facets", { mpid: profile.mpid });
  const facet = facets.names.at(-1);
  if (!facet) throw new Error("the user has no events");
  const within = await eventsOf(shop.url, profile.mpid, { names: [facet.value] });
  expect(within).toHaveLength(facet.count);

  await page.goto(`${shop.url}/users/${profile.mpid}/activity`);
  await page.getByRole("toolbar", { name: "Filters" }).getByRole("button", { name: /^Name/ }).click();
  await page.getByRole("checkbox", { name: new RegExp(`^${facet.label}`) }).check();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/name=/);
  const timeline = page.getByRole("grid", { name: "Events" });
  const events = timeline.locator('[role="row"]:has(time)').filter({ hasText: facet.label });
  await expect(events).toHaveCount(facet.count);

  await page.reload();
  await expect(events).toHaveCount(facet.count);
  await page.getByRole("button", { name: "Any name" }).click();
  await expect(page).not.toHaveURL(/name=/);
});

test("a brush over the bars narrows the list to its days", async ({ page, shop }) => {
  const profile = await someoneWith(shop.url, busy);
  await page.goto(`${shop.url}/users/${profile.mpid}/activity`);
  const brush = page.getByRole("slider", { name: /^Days shown/ });
  const timeline = page.getByRole("grid", { name: "Events" });
  await expect(timeline.getByRole("row").first()).toBeVisible();
  const box = await brush.boundingBox();
  if (!box) throw new Error("the histogram is not on the screen");
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d+/);

  const search = new URL(page.url()).searchParams;
  const span = { from_ms: Number(search.get("from")), to_ms: Number(search.get("to")) };
  const within = await eventsOf(shop.url, profile.mpid, span);
  const said = `${within.length.toLocaleString("en-GB")} of ${profile.events.toLocaleString("en-GB")}`;
  await expect(brush).toHaveAttribute("aria-valuetext", new RegExp(`${said} events`));

  // The keys move the same brush.
  await brush.press("Escape");
  await expect(page).not.toHaveURL(/from=/);
  await brush.press("ArrowLeft");
  await expect(page).toHaveURL(/from=\d+/);
});

test("an event opens, and its link opens the same again", async ({ page, shop }) => {
  const profile = await someoneWith(shop.url, busy);
  const events = await eventsOf(shop.url, profile.mpid);
  const [first] = events;
  if (!first) throw new Error("the user has no events");
  await page.goto(`${shop.url}/users/${profile.mpid}/activity`);
  const timeline = page.getByRole("grid", { name: "Events" });
  await timeline.locator('[role="row"]:has(time)').filter({ hasText: first.name }).first().click();
  const pane = page.getByRole("complementary", { name: "Event" });
  await expect(pane.getByRole("heading", { name: first.name })).toBeVisible();
  await expect(page).toHaveURL(/event=\d+-\d+/);
  await expect(pane.locator(".cm-content")).toContainText('"event_type"');

  const copied = page.url();
  await page.goto(`${shop.url}/settings`);
  await page.goto(copied);
  await expect(pane.getByRole("heading", { name: first.name })).toBeVisible();
  await expect(timeline.locator('[role="row"][aria-selected="true"]')).toContainText(first.name);

  // Down goes to the next event and the pane follows; Esc closes it.
  await timeline.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page).not.toHaveURL(copied);
  await expect(pane).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(pane).toBeHidden();
});

test("an order opens to its products, which add up", async ({ page, shop }) => {
  const bought = (profile: ProfileView) => profile.days.some(({ commerce }) => commerce > 2);
  const profile = await someoneWith(shop.url, bought);
  const purchases = (await eventsOf(shop.url, profile.mpid)).filter(
    ({ commerce }) => commerce?.action === "purchase",
  );
  test.skip(purchases.length === 0, "nobody with orders among the first users");
  const [order] = purchases;
  const copied = `${shop.url}/users/${profile.mpid}/activity?event=${order?.seq}-${order?.index}`;
  await page.goto(copied);
  const timeline = page.getByRole("grid", { name: "Events" });
  const row = timeline.locator('[role="row"][aria-selected="true"]');
  await expect(row).toBeVisible();
  await timeline.focus();
  await page.keyboard.press("Enter");
  const first = order?.commerce?.products[0];
  await expect(timeline).toContainText(first?.name ?? "no product");
});
