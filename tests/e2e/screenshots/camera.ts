import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { results } from "../harness/places.ts";

const folder = path.resolve(process.env.UAV_SCREENSHOTS ?? path.join(results, "screenshots"));

export interface Look {
  theme: "light" | "dark";
  width: number;
  height: number;
}

/** Both themes, both sizes of the look. */
export const looks: readonly Look[] = (["light", "dark"] as const).flatMap((theme) => [
  { theme, width: 1280, height: 800 },
  { theme, width: 1920, height: 1080 },
]);

/** Keeps what the page shows now as `profile-1280x800-dark.png`. */
export async function shoot(page: Page, screen: string, { theme, width, height }: Look): Promise<void> {
  await mkdir(folder, { recursive: true });
  // The pointer leaves no trace, and fonts are there.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: path.join(folder, `${screen}-${width}x${height}-${theme}.png`),
    animations: "disabled",
  });
}
