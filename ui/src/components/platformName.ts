/** What platforms are called. */

const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  ios: "iOS",
  ipados: "iPadOS",
  android: "Android",
  web: "Web",
  tvos: "tvOS",
  androidtv: "Android TV",
  roku: "Roku",
  xbox: "Xbox",
  firetv: "Fire TV",
  alexa: "Alexa",
  smarttv: "Smart TV",
  feed: "Feed",
};

/** `ios` and `iOS` alike are `iOS`; what is not known stays as it was sent. */
export function platformName(platform: string | null): string | null {
  if (platform === null || platform === "") return null;
  return PLATFORM_NAMES[platform.toLowerCase().replace(/[\s_-]/g, "")] ?? platform;
}
