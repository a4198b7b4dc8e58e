import type { MadeKeyView } from "../../../ui/src/api/generated/admin.ts";
import { test as base } from "../harness/test.ts";
import { openShop, type Shop } from "./shop.ts";
import { hosts, Visitor } from "./visitor.ts";

export { expect } from "../harness/test.ts";

interface Fixtures {
  /** The key of a web input, for real and test data. */
  key: MadeKeyView;
  /** Opens the shop in the page as its owner set it up: everything over TLS, settings from the engine. */
  visit: (settings?: object) => Promise<Visitor>;
}

/** `test` with a web shop and its visitor. */
export const test = base.extend<Fixtures, { shop: Shop }>({
  shop: [
    async ({}, use) => {
      const shop = await openShop();
      await use(shop);
      await shop.stop();
    },
    { scope: "worker" },
  ],
  key: async ({ engine }, use) => {
    await use(await engine.input({ name: "Web shop", platform: "web", environment: "both" }));
  },
  visit: async ({ page, shop, key, secureRelay }, use) => {
    await use((settings = {}) => {
      const config = { ...hosts(secureRelay.address), appName: "Shop", appVersion: "3.2.1", ...settings };
      return Visitor.at(page, shop.today, key.key, secureRelay, config);
    });
  },
});
