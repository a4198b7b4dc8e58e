import { mkdir, rm } from "node:fs/promises";
import { shopFolder } from "./places.ts";
import { importBatches, sampleBatches } from "./programs.ts";

/** The size of the shop: large enough for several pages of hits, small enough to load in a second or two. */
export const shop = { users: Number(process.env.UAV_SHOP_USERS ?? 400), days: 40, seed: 7 };

/** Runs once before all tests: loads the shop that each server starts from a copy of. */
export default async function seedStores(): Promise<void> {
  await rm(shopFolder, { recursive: true, force: true });
  await mkdir(shopFolder, { recursive: true });
  await importBatches(shopFolder, await sampleBatches(shop));
}
