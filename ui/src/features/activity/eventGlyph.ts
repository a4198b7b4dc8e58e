/** Which picture stands before an event. The colour says the category, the picture says it again and a little more. */

import type { TimelineEventView } from "../../api/generated/admin";

export type EventGlyph =
  | "screen"
  | "cart"
  | "payment"
  | "refund"
  | "wish"
  | "promotion"
  | "search"
  | "push"
  | "session"
  | "sessionEnd"
  | "attribute"
  | "identity"
  | "app"
  | "crash"
  | "optOut"
  | "network"
  | "media"
  | "custom"
  | "other";

const BY_TYPE: Readonly<Record<string, EventGlyph>> = {
  screen_view: "screen",
  session_start: "session",
  session_end: "sessionEnd",
  push_message: "push",
  push_registration: "push",
  push_reaction: "push",
  user_attribute_change: "attribute",
  user_identity_change: "identity",
  profile: "attribute",
  application_state_transition: "app",
  first_run: "app",
  uninstall: "app",
  pre_attribution: "app",
  crash_report: "crash",
  opt_out: "optOut",
  network_performance: "network",
  media: "media",
};

const BY_ACTION: Readonly<Record<string, EventGlyph>> = {
  checkout: "payment",
  checkout_option: "payment",
  refund: "refund",
  add_to_wishlist: "wish",
  remove_from_wish_list: "wish",
  remove_from_wishlist: "wish",
  promotion_view: "promotion",
  promotion_click: "promotion",
  view: "promotion",
  click: "promotion",
  impression: "screen",
  view_detail: "screen",
};

export function eventGlyph(
  event: Pick<TimelineEventView, "event_type" | "name" | "category" | "commerce">,
): EventGlyph {
  if (event.category === "commerce") return BY_ACTION[event.commerce?.action ?? ""] ?? "cart";
  const known = BY_TYPE[event.event_type];
  if (known) return known;
  if (/search/i.test(event.name)) return "search";
  if (/push|notif/i.test(event.name)) return "push";
  return event.category === "custom" ? "custom" : "other";
}
