/** Where a user was seen, as small pictures. */

import { Globe, type LucideIcon, Smartphone, Store, Tv } from "lucide-react";
import { platformName } from "../../components/platformName";

const PICTURES: readonly [RegExp, LucideIcon, string][] = [
  [/tv|roku|xbox/i, Tv, "TV"],
  [/ios|android|phone|ipad/i, Smartphone, "Mobile"],
  [/web|mac|windows|linux|browser/i, Globe, "Web"],
];

/** Each picture once: an iPhone and an Android phone are both a phone, their names are in the label. */
export function PlatformPictures({ platforms }: { platforms: readonly string[] }) {
  const shown = new Set(
    platforms.map((platform) => PICTURES.find(([pattern]) => pattern.test(platform))?.[1] ?? Store),
  );
  if (shown.size === 0) return <span className="t3">–</span>;
  const names = platforms.map((platform) => platformName(platform) ?? platform).join(", ");
  return (
    <span className="users-platforms" role="img" aria-label={names} title={names}>
      {[...shown].map((Picture) => (
        <Picture key={Picture.displayName} size={14} aria-hidden />
      ))}
    </span>
  );
}
