import { expectNoViolationInBothThemes } from "../harness/noViolation.ts";
import { rpc } from "../harness/rpc.ts";
import { someone } from "../harness/someone.ts";
import { expect, test } from "../harness/test.ts";

async function token(url: string, client_id: string, client_secret: string): Promise<Response> {
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id, client_secret });
  return await fetch(`${url}/oauth/token`, { method: "POST", body });
}

test("a reader is made, shown once, reads a profile, and is revoked", async ({ page, ownShop }) => {
  const { hit } = await someone(ownShop.url);
  await page.goto(`${ownShop.url}/settings/readers`);
  await expect(page.getByRole("heading", { name: "Nobody reads over the API" })).toBeVisible();
  await expectNoViolationInBothThemes(page);
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "New reader" });
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText("A reader needs a name");
  await dialog.getByRole("textbox", { name: "Name of the reader" }).fill("Support desk");
  await page.keyboard.press("Enter");

  const once = page.getByRole("region", { name: "Support desk, made just now" });
  await expect(once.getByRole("definition")).toHaveCount(2);
  const [id, secret] = await once.getByRole("definition").allInnerTexts();
  if (!id || !secret) throw new Error("no id and secret are shown");
  const snippet = page.getByRole("region", { name: "A profile with curl" }).first();
  await expect(snippet).toContainText(secret);
  await expectNoViolationInBothThemes(page);
  const answer = await token(ownShop.url, id, secret);
  expect(answer.status).toBe(200);
  const { access_token } = (await answer.json()) as { access_token: string };
  const path = /\/userprofile\/v1\/1\/1\/\d+\/MPID\?fields=[a-z_,]+/.exec(
    (await snippet.textContent()) ?? "",
  )?.[0];
  const profile = await fetch(`${ownShop.url}${path?.replace("MPID", hit.mpid)}`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(profile.status).toBe(200);
  expect(await profile.text()).toContain(hit.value);

  await once.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke Support desk" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke the reader" }).click();
  await expect(page.getByRole("main").getByText("revoked", { exact: true })).toBeVisible();
  expect((await token(ownShop.url, id, secret)).status).toBe(401);
  const { credentials } = await rpc(ownShop.url, "credentials_list", {});
  expect(credentials).toMatchObject([{ client_id: id, name: "Support desk", workspaces: [1] }]);
});
