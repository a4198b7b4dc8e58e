/** Which picture stands for a platform. */

export type PlatformShape = "phone" | "computer" | "tv" | "feed" | "unknown";

const SHAPES: readonly [RegExp, PlatformShape][] = [
  [/tv|roku|xbox|console/i, "tv"],
  [/ios|android|iphone|ipad|mobile|phone/i, "phone"],
  [/web|mac|windows|linux|desktop|browser/i, "computer"],
  [/feed|server|s2s|file|import|unbound|custom/i, "feed"],
];

export function platformShape(platform: string | null): PlatformShape {
  if (platform === null) return "unknown";
  return SHAPES.find(([pattern]) => pattern.test(platform))?.[1] ?? "unknown";
}
