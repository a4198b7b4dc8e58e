import { describe, expect, it } from "vitest";
import type { TimelineEventView } from "../../api/generated/admin";
import { eventGlyph } from "./eventGlyph";

const glyph = (change: Partial<TimelineEventView>) =>
  eventGlyph({ event_type: "custom_event", name: "", category: "custom", commerce: null, ...change });

describe("the picture of an event", () => {
  it("follows what was done in the shop", () => {
    const commerce = (action: string) =>
      glyph({ category: "commerce", commerce: { action } as TimelineEventView["commerce"] });
    expect(["purchase", "checkout", "refund", "add_to_wishlist", "new"].map(commerce)).toEqual([
      "cart",
      "payment",
      "refund",
      "wish",
      "cart",
    ]);
  });

  it("follows the type, then the name, then the category", () => {
    expect(glyph({ event_type: "session_start", category: "other" })).toBe("session");
    expect(glyph({ name: "Product search" })).toBe("search");
    expect(glyph({ name: "Coupon issued" })).toBe("custom");
    expect(glyph({ event_type: "something_new", category: "other" })).toBe("other");
  });
});
