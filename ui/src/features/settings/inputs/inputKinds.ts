/** Kinds of inputs, the platforms that one is made for, and keys, in words. */

import type { InputKeyView, InputKind, InputView, KeyEnvironment } from "../../../api/generated/admin";

/** A platform that an input can be made for, with the name that is offered. */
export interface PlatformChoice {
  platform: string;
  name: string;
}

export const PLATFORMS: readonly PlatformChoice[] = [
  { platform: "web", name: "Web" },
  { platform: "ios", name: "iOS app" },
  { platform: "android", name: "Android app" },
  { platform: "tvos", name: "tvOS app" },
  { platform: "fire_tv", name: "Fire TV" },
  { platform: "roku", name: "Roku" },
  { platform: "smart_tv", name: "Smart TV" },
  { platform: "xbox", name: "Xbox" },
  { platform: "alexa", name: "Alexa" },
  { platform: "desktop", name: "Desktop app" },
  { platform: "server", name: "Server" },
];

export function kindWords(kind: InputKind): string {
  switch (kind) {
    case "platform":
      return "Platform";
    case "custom_feed":
      return "Feed";
    case "partner_feed":
      return "Partner’s feed";
    case "file":
      return "Files";
  }
}

export function environmentWords(environment: KeyEnvironment): string {
  switch (environment) {
    case "production":
      return "production";
    case "development":
      return "development";
    case "both":
      return "production and development";
  }
}

export function isFeed(kind: InputKind): boolean {
  return kind === "custom_feed" || kind === "partner_feed";
}

/** Files make their inputs themselves, and nothing comes in by a key. */
export function hasKeys(kind: InputKind): boolean {
  return kind !== "file";
}

export function keysInUse(input: Pick<InputView, "keys">): InputKeyView[] {
  return input.keys.filter((key) => key.revoked_ms === null);
}

/** Newest first, those in use before those revoked. */
export function keysInOrder(keys: readonly InputKeyView[]): InputKeyView[] {
  const revoked = (key: InputKeyView) => (key.revoked_ms === null ? 0 : 1);
  return keys.toSorted((one, other) => revoked(one) - revoked(other) || other.created_ms - one.created_ms);
}

/** What is received no more once this key is revoked, for the question that is asked before. */
export function revocationWords(input: Pick<InputView, "name" | "keys">, key: InputKeyView): string {
  const rest = keysInUse(input).filter((other) => other.key !== key.key);
  const serves = (environment: "production" | "development") => (each: InputKeyView) =>
    each.environment === "both" || each.environment === environment;
  const lost = (["production", "development"] as const).filter(
    (environment) => serves(environment)(key) && !rest.some(serves(environment)),
  );
  if (rest.length === 0)
    return `It is the last key of ${input.name}: nothing comes in through it until it has a new one.`;
  if (lost.length > 0) {
    return `No other key of ${input.name} lets ${lost.join(" or ")} data in: none comes in until it has a new one.`;
  }
  return rest.length === 1
    ? `${input.name} goes on with its other key.`
    : `${input.name} goes on with its ${rest.length} other keys.`;
}
