import { randomUUID } from "node:crypto";
import mParticle, { type Batch, type Model } from "mparticle";

/** A batch with every setter of the library used, and an event of every type that it knows. */
export function everything(startMs: number): Batch {
  const batch = new mParticle.Batch("production");
  batch.source_request_id = randomUUID();
  batch.schema_version = 2;
  batch.ip = "203.0.113.7";
  batch.mp_deviceid = "489c8442-c082-4130-bfd6-e78d442be6b0";
  batch.user_identities = Object.assign(new mParticle.UserIdentities(), userIdentities);
  batch.user_attributes = { ...userAttributes, colour: "red" };
  batch.device_info = Object.assign(new mParticle.DeviceInformation(), deviceInfo);
  batch.application_info = Object.assign(new mParticle.ApplicationInformation(), {
    application_name: "Node shop",
    application_version: "5.0",
    install_referrer: "ref",
    package: "com.example.node",
  });
  const context = new mParticle.BatchContext();
  const plan = Object.assign(new mParticle.DataPlanContext(), { plan_id: "node_plan", plan_version: 1 });
  batch.context = Object.assign(context, { data_plan: plan });
  const consent = new mParticle.ConsentState();
  const given = [startMs, "signup", "hw-1"] as const;
  batch.consent_state = Object.assign(consent, {
    gdpr: { "Location Collection": new mParticle.GDPRConsentState("doc.v2", true, ...given) },
    ccpa: { data_sale_opt_out: new mParticle.CCPAConsentState("doc.v3", false, ...given) },
  });
  for (const [place, event] of events().entries()) {
    batch.addEvent(
      Object.assign(event, {
        timestamp_unixtime_ms: startMs + place,
        source_message_id: randomUUID(),
        session_id: 12_345_678,
        custom_attributes: { step: `${place}`, n: place, yes: true },
      }),
    );
  }
  return batch;
}

/** Identities of every type, as the library spells them. */
export const userIdentities = {
  customerid: "node-1",
  email: "node@example.test",
  facebook: "fb-1",
  twitter: "tw-1",
  google: "g-1",
  microsoft: "ms-1",
  yahoo: "y-1",
  alias: "al-1",
  facebook_custom_audience_id: "fca-1",
  other: "o-1",
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => [`other_id_${n}`, `o${n}-1`])),
  mobile_number: "+41445559720",
  phone_number_2: "+41445559722",
  phone_number_3: "+41445559723",
};

/** Attributes of every type that JSON has. */
export const userAttributes = {
  "Account type": "trial",
  level: 3,
  ratio: 0.5,
  active: true,
  tags: ["a", "b"],
  $FirstName: "Nora",
  tagged: null,
};

const deviceInfo = {
  platform: "Android",
  brand: "google",
  device_manufacturer: "Google",
  device_model: "Pixel 8",
  os_version: "14",
  android_uuid: "ac99d4f6d35c14bd",
  android_advertising_id: "aa90ce1d-02d3-4950-816f-7a419b85dbfb",
  push_token: "push-1",
  screen_width: 1080,
  screen_height: 2400,
  timezone_offset: 1,
  locale_language: "de",
  locale_country: "CH",
  is_tablet: false,
  http_header_user_agent: "test agent",
};

function events(): Model[] {
  const of = (kind: keyof typeof kinds, fields: object = {}) => Object.assign(new kinds[kind](), fields);
  const kinds = {
    firstRun: mParticle.FirstRunEvent,
    sessionStart: mParticle.SessionStartEvent,
    sessionEnd: mParticle.SessionEndEvent,
    state: mParticle.ApplicationStateTransitionEvent,
    screen: mParticle.ScreenViewEvent,
    custom: mParticle.AppEvent,
    breadcrumb: mParticle.BreadcrumbEvent,
    crash: mParticle.CrashReportEvent,
    network: mParticle.NetworkPerformanceEvent,
    profile: mParticle.ProfileEvent,
    registration: mParticle.PushRegistrationEvent,
    push: mParticle.PushMessageEvent,
    optOut: mParticle.OptOutEvent,
  };
  const place = Object.assign(new mParticle.GeoLocation(), { latitude: 47.37, longitude: 8.54 });
  const flags = { answer: 42, list: ["x", "y"] };
  const media = Object.assign(new mParticle.MediaInfo(), { action: "play", playback_position: 12 });
  return [
    of("firstRun"),
    of("sessionStart"),
    of("state", { application_transition_type: "application_initialized", is_first_run: true }),
    of("screen", { screen_name: "Start", activity_type: "main", custom_flags: flags }),
    ...["unknown", "navigation", "location", "search", "transaction", "user_content"].map((type) =>
      of("custom", {
        custom_event_type: type,
        event_name: `Node ${type}`,
        location: place,
        custom_flags: flags,
      }),
    ),
    of("custom", { custom_event_type: "other", event_name: "Media", media_info: media }),
    of("breadcrumb", { label: "crumb", session_number: 1 }),
    of("crash", { class_name: "NullPointer", message: "it broke", severity: "critical" }),
    of("network", { http_verb: "GET", url: "https://shop.example/api", response_code: 200 }),
    of("profile", { profile_name: "main", profile_event_type: "signup" }),
    of("registration", { register: true, registration_token: "token-1" }),
    of("push", { push_message_token: "t", push_message_type: "received", network: "fcm" }),
    of("optOut", { is_opted_out: true }),
    ...purchases(),
    of("sessionEnd", { session_duration_ms: 10_000 }),
  ];
}

/** Each way to deal with products, a promotion, an impression, and a cart alone. */
function purchases(): Model[] {
  const product = Object.assign(new mParticle.Product(), {
    ...{ id: "sku-1", name: "Example", price: 19.99, quantity: 2, total_product_amount: 39.98 },
    custom_attributes: { size: "L" },
  });
  const actions = ["add_to_cart", "remove_from_cart", "checkout", "checkout_option", "click", "view_detail"];
  actions.push("purchase", "refund", "add_to_wishlist", "remove_from_wish_list");
  const commerce = (fields: object) =>
    Object.assign(new mParticle.CommerceEvent(), { currency_code: "EUR", screen_name: "cart", ...fields });
  const promotions = [new mParticle.Promotion("p-1", "Spring", "banner", "top")];
  return [
    ...actions.map((action) => {
      const fields = { transaction_id: "tx-1", total_amount: 44.5, tax_amount: 1.5, products: [product] };
      return commerce({ product_action: Object.assign(new mParticle.ProductAction(action), fields) });
    }),
    commerce({ promotion_action: Object.assign(new mParticle.PromotionAction("view"), { promotions }) }),
    commerce({
      product_impressions: [
        Object.assign(new mParticle.ProductImpression(), {
          product_impression_list: "List",
          products: [product],
        }),
      ],
    }),
    commerce({ shopping_cart: Object.assign(new mParticle.ShoppingCart(), { products: [product] }) }),
  ];
}
