import type { Visitor } from "./visitor.ts";

/** A visitor looks around before signing in. */
export async function lookAround(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => {
    window.mParticle.logPageView("Landing", { section: "home" });
    window.mParticle.logEvent("Anonymous browse", window.mParticle.EventType.Navigation, { depth: 2 });
  });
}

/** Attributes of every shape: set, changed, replaced by a list, tagged, removed. */
export async function describeOneself(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => {
    const user = window.mParticle.Identity.getCurrentUser();
    user.setUserAttribute("$FirstName", "Ada");
    user.setUserAttribute("$City", "Zürich 東京 🚀");
    user.setUserAttribute("age", 41);
    user.setUserAttribute("score", 12.5);
    user.setUserAttribute("vip", true);
    user.setUserAttribute("plan", "gold");
    user.setUserAttribute("plan", "platinum");
    user.setUserAttribute("colour", "red");
    user.removeUserAttribute("colour");
    user.setUserAttributeList("genres", ["jazz", "rock"]);
    user.setUserAttributeList("genres", ["pop", "jazz", "rock"]);
    user.setUserAttributeList("sizes", ["S"]);
    user.removeUserAttribute("sizes");
    user.setUserTag("beta_tester");
  });
}

/** The text of each attribute that must stand after that, as the Profile API writes it. */
export const described = {
  $FirstName: "Ada",
  $City: "Zürich 東京 🚀",
  age: "41",
  score: "12.5",
  vip: "true",
  plan: "platinum",
  genres: ["pop", "jazz", "rock"],
  beta_tester: null,
};

/** Events of every kind that a page logs itself. */
export async function browse(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => {
    const library = window.mParticle;
    library.setPosition(47.3769, 8.5417);
    library.logPageView("Product", { sku: "sku-1" });
    for (const [name, type] of Object.entries(library.EventType)) {
      if (typeof type === "number") library.logEvent(`Event ${name}`, type, { n: 1, yes: true, text: "é" });
    }
    library.logEvent("Flagged", library.EventType.Other, {}, { "Google.Page": "/a", list: ["a", "b"] });
    library.logError({ name: "TypeError", message: "x is undefined", stack: "at y" });
  });
}

/** A shopping trip: seen, promoted, put into the cart, bought, sent back. */
export async function shop(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => {
    const { eCommerce, ProductActionType: action, PromotionType: promotion } = window.mParticle;
    eCommerce.setCurrencyCode("CHF");
    const shoe = eCommerce.createProduct("Shoe", "sku-1", 89.9, 2, "42", "Shoes", "Acme");
    const sock = eCommerce.createProduct("Sock", "sku-2", 4.5, 1);
    eCommerce.logImpression(eCommerce.createImpression("Recommended", shoe));
    const banner = eCommerce.createPromotion("promo-1", "banner", "Spring", 1);
    eCommerce.logPromotion(promotion.PromotionView, banner);
    eCommerce.logPromotion(promotion.PromotionClick, banner);
    eCommerce.logProductAction(action.ViewDetail, shoe);
    eCommerce.logProductAction(action.AddToCart, [shoe, sock], { from: "list" });
    eCommerce.logProductAction(action.RemoveFromCart, sock);
    eCommerce.logProductAction(action.Checkout, shoe);
    const order = { Id: "order-1", Revenue: 184.3, Tax: 13.2, Shipping: 4.5, CouponCode: "SPRING" };
    eCommerce.logProductAction(action.Purchase, [shoe, sock], { gift: true }, null, order);
    eCommerce.logProductAction(action.Refund, sock, null, null, { Id: "order-1", Revenue: 4.5 });
  });
}

/** Gives and refuses consent; it travels with the next event. */
export async function consent(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => {
    const { Consent, Identity } = window.mParticle;
    const state = Consent.createConsentState();
    state.addGDPRConsentState(
      " Analytics ",
      Consent.createGDPRConsent(true, 1_700_000_000_000, "doc_v2", "settings", "hw-1"),
    );
    state.addGDPRConsentState("marketing", Consent.createGDPRConsent(false, 1_700_000_000_001));
    state.setCCPAConsentState(
      Consent.createCCPAConsent(true, 1_700_000_000_002, "ccpa_v1", "footer", "hw-1"),
    );
    Identity.getCurrentUser().setConsentState(state);
    window.mParticle.logEvent("Consent given", window.mParticle.EventType.UserPreference);
  });
}
