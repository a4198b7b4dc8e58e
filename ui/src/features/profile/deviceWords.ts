/** What a device is called, and its facts under headings. */

import type { DeviceView, FactView } from "../../api/generated/admin";
import { platformName } from "../../components/platformName";

function factOf(device: Pick<DeviceView, "facts">, name: string): string | undefined {
  return device.facts.find((fact) => fact.name === name)?.value;
}

/** The browser of a user agent, if it is one of the usual ones. */
function browserOf(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  const known: readonly [RegExp, string][] = [
    [/Edg(e|A|iOS)?\//, "Edge"],
    [/OPR\//, "Opera"],
    [/SamsungBrowser\//, "Samsung Internet"],
    [/Firefox\/|FxiOS\//, "Firefox"],
    [/Chrome\/|CriOS\//, "Chrome"],
    [/Safari\//, "Safari"],
  ];
  return known.find(([pattern]) => pattern.test(agent))?.[1];
}

export interface DeviceTitle {
  name: string;
  /** The system with its version, or what else tells the device from others. */
  rest: string | null;
}

/** `iPhone 15 Pro` and `iOS 19.1`; a browser says no model, so it goes by its name or by the size of its screen. */
export function deviceTitle(device: DeviceView): DeviceTitle {
  const platform = platformName(device.platform);
  const system = [platform, device.os_version].filter((part) => part !== null && part !== "").join(" ");
  const nameless = device.name.toLowerCase() === (device.platform ?? "").toLowerCase() || device.name === "Device";
  if (!nameless) return { name: device.name, rest: system === "" ? null : system };
  const browser = browserOf(factOf(device, "http_header_user_agent"));
  const width = factOf(device, "screen_width");
  const height = factOf(device, "screen_height");
  const screen = width !== undefined && height !== undefined ? `${width} × ${height}` : null;
  if (browser !== undefined) return { name: browser, rest: system === "" ? screen : system };
  const name = platform === "Web" ? "Browser" : (platform ?? "Unknown device");
  return { name, rest: screen ?? (platform === "Web" ? "Web" : device.os_version) };
}

/** The answer to Apple's prompt in words. */
export function attWords(status: string | null): string {
  if (status === null) return "–";
  const words: Readonly<Record<string, string>> = {
    authorized: "Authorized",
    denied: "Denied",
    restricted: "Restricted",
    not_determined: "Not asked",
  };
  return words[status] ?? status;
}

/** A fact's name as people read it: `locale_country` is `Locale country`. */
export function factName(name: string): string {
  if (name.startsWith("integration_attributes.")) return `Integration ${name.slice("integration_attributes.".length)}`;
  const words = name.replace(/^http_header_/, "").replace(/_/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The facts of a device, integrations last. */
export function sortedFacts(facts: readonly FactView[]): FactView[] {
  const rank = (fact: FactView) => (fact.name.startsWith("integration_attributes.") ? 1 : 0);
  return facts.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** `a41f…7c02` */
export function shortStamp(stamp: string): string {
  const bare = stamp.replace(/-/g, "");
  return bare.length > 10 ? `${bare.slice(0, 4)}…${bare.slice(-4)}` : stamp;
}
