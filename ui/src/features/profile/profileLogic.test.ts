import { describe, expect, it } from "vitest";
import type { AttributeChangeView, DeviceView, ValueView } from "../../api/generated/admin";
import { adTracking } from "./adTracking";
import { historyCurve, historySteps } from "./attributeHistory";
import { valueText } from "./attributeValue";
import { consentWords } from "./consentWords";
import { platformShape } from "./platformIcon";
import { readProfileAddress } from "./profileAddress";

const value = (kind: ValueView["kind"], text: string, items: string[] = []): ValueView => ({ kind, text, items });
const change = (text: string | null, time_ms: number, kind: ValueView["kind"] = "number"): AttributeChangeView => ({
  value: text === null ? null : value(kind, text),
  time_ms,
  input: "Web",
  seq: String(time_ms),
});

describe("an attribute's value", () => {
  it("is grouped when it is a quantity and left alone when it is a code", () => {
    expect(valueText("loyalty_points", value("number", "1348"))).toBe("1,348");
    expect(valueText("lifetime_value", value("number", "1842.60"))).toBe("1,842.60");
    expect(valueText("birth_year", value("number", "1990"))).toBe("1990");
    expect(valueText("$Zip", value("number", "41101"))).toBe("41101");
    expect(valueText("storeId", value("number", "41101"))).toBe("41101");
    expect(valueText("paid", value("number", "41101"))).toBe("41,101");
  });

  it("reads as words for lists, answers, tags and nothing", () => {
    expect(valueText("topics", value("list", "trail, sale", ["trail", "sale"]))).toBe("[2] trail, sale");
    expect(valueText("vip", value("bool", "true"))).toBe("Yes");
    expect(valueText("seen_tour", value("tag", ""))).toBe("Tag");
    expect(valueText("city", value("text", ""))).toBe("–");
  });
});

describe("an attribute's past", () => {
  it("shows what each change did to a number", () => {
    expect(
      historySteps([change("1842.6", 3), change("1488.5", 2), change(null, 1)]).map((step) => step.difference),
    ).toEqual(["+354.1", null, null]);
    expect(historySteps([change("1842.60", 3), change("1488.50", 2)])[0]?.difference).toBe("+354.10");
    expect(historySteps([change("5", 3), change("8", 2)])[0]?.difference).toBe("−3");
    expect(historySteps([change("gold", 3, "text"), change("silver", 2, "text")])[0]?.difference).toBeNull();
  });

  it("is drawn in steps from the first value to now, or not at all", () => {
    expect(historyCurve([change("10", 50), change("0", 0)], 100, 100, 10)?.line).toBe("M0 9H50V1H100");
    expect(historyCurve([change("10", 50)], 100, 100, 10)).toBeNull();
    expect(historyCurve([change("10", 50), change("10", 0)], 100, 100, 10)).toBeNull();
  });
});

describe("consent", () => {
  it("means yes under GDPR and no under CCPA", () => {
    expect(consentWords({ regulation: "gdpr", purpose: "Analytics", consented: true })).toMatchObject({
      state: "Given",
      tone: "pos",
    });
    expect(consentWords({ regulation: "gdpr", purpose: "Analytics", consented: false })).toMatchObject({
      state: "Refused",
      tone: "neg",
    });
    expect(consentWords({ regulation: "ccpa", purpose: "data_sale_opt_out", consented: true })).toEqual({
      purpose: "Data sale opt-out",
      state: "Opted out",
      tone: "neg",
    });
  });
});

describe("ad tracking", () => {
  const devices = (count: number) => Array.from({ length: count }, () => ({}) as DeviceView);
  it("counts the devices that limit it", () => {
    expect(adTracking({ limit_ad_tracking: true, limited_devices: 1, devices: devices(3) }).text).toBe(
      "Limited on 1 of 3 devices",
    );
    expect(adTracking({ limit_ad_tracking: true, limited_devices: 1, devices: devices(1) }).text).toBe("Limited");
    expect(adTracking({ limit_ad_tracking: true, limited_devices: 3, devices: devices(2) }).text).toBe(
      "Limited on 3 devices",
    );
    expect(adTracking({ limit_ad_tracking: null, limited_devices: 0, devices: [] }).text).toBe("Never said");
    expect(adTracking({ limit_ad_tracking: false, limited_devices: 0, devices: devices(1) }).text).toBe("Allowed");
  });
});

describe("the rest", () => {
  it("finds a picture for a platform", () => {
    expect(["iOS", "web", "tvOS", "feed", "Imported", null].map(platformShape)).toEqual([
      "phone",
      "computer",
      "tv",
      "feed",
      "feed",
      "unknown",
    ]);
  });

  it("reads an address that anybody may have written", () => {
    expect(readProfileAddress({ ws: "2", json: "devices", attribute: "$age", filter: 39 })).toEqual({
      ws: 2,
      json: "devices",
      attribute: "$age",
      filter: "39",
    });
    expect(readProfileAddress({ ws: "x", json: "pie", attribute: "", filter: "" })).toEqual({});
  });
});
