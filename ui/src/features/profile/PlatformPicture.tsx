/** The shape of a platform before its name. */

import { CircleQuestionMark, Laptop, Smartphone, Store, Tv } from "lucide-react";
import { type PlatformShape, platformShape } from "./platformIcon";

const PICTURES = {
  phone: Smartphone,
  computer: Laptop,
  tv: Tv,
  feed: Store,
  unknown: CircleQuestionMark,
} satisfies Record<PlatformShape, unknown>;

export function PlatformPicture({ platform, size = 14 }: { platform: string | null; size?: number }) {
  const Picture = PICTURES[platformShape(platform)];
  return <Picture size={size} aria-hidden className="t3" />;
}
