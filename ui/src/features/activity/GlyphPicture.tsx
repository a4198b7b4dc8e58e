/** The picture before an event, in the colour of its category. */

import {
  Bell,
  CircleDot,
  CreditCard,
  Eye,
  Fingerprint,
  Hand,
  Heart,
  type LucideIcon,
  Megaphone,
  Pencil,
  Play,
  Radio,
  Search,
  ShoppingCart,
  Smartphone,
  Sparkles,
  Square,
  TriangleAlert,
  Undo2,
  Wifi,
} from "lucide-react";
import type { TimelineEventView } from "../../api/generated/admin";
import { type EventGlyph, eventGlyph } from "./eventGlyph";
import "./GlyphPicture.css";

const PICTURES: Readonly<Record<EventGlyph, LucideIcon>> = {
  screen: Eye,
  cart: ShoppingCart,
  payment: CreditCard,
  refund: Undo2,
  wish: Heart,
  promotion: Megaphone,
  search: Search,
  push: Bell,
  session: Play,
  sessionEnd: Square,
  attribute: Pencil,
  identity: Fingerprint,
  app: Smartphone,
  crash: TriangleAlert,
  optOut: Hand,
  network: Wifi,
  media: Radio,
  custom: Sparkles,
  other: CircleDot,
};

export interface GlyphPictureProps {
  event: Pick<TimelineEventView, "event_type" | "name" | "category" | "commerce">;
  /** Without the tinted square behind it. */
  bare?: boolean | undefined;
}

export function GlyphPicture({ event, bare }: GlyphPictureProps) {
  const Picture = PICTURES[eventGlyph(event)];
  return (
    <span className={bare ? "glyph glyph-bare" : "glyph"} data-category={event.category}>
      <Picture size={bare ? 14 : 12} aria-hidden />
    </span>
  );
}
