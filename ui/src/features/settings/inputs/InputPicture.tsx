/** The shape of an input's platform. */

import {
  FileText,
  Gamepad2,
  Globe,
  type LucideIcon,
  Monitor,
  Server,
  Smartphone,
  Speaker,
  Store,
  Tv,
} from "lucide-react";

const PICTURES: Readonly<Record<string, LucideIcon>> = {
  web: Globe,
  ios: Smartphone,
  android: Smartphone,
  tvos: Tv,
  fire_tv: Tv,
  roku: Tv,
  smart_tv: Tv,
  xbox: Gamepad2,
  alexa: Speaker,
  desktop: Monitor,
  server: Server,
  file: FileText,
};

export function InputPicture({ platform, size = 14 }: { platform: string; size?: number }) {
  const Picture = PICTURES[platform] ?? Store;
  return <Picture size={size} aria-hidden />;
}
