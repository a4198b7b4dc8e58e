import { describe, expect, it } from "vitest";
import type { DeviceView, ProfileView } from "../../api/generated/admin";
import { platformName } from "../../components/platformName";
import { age } from "./ages";
import { attributeGroups } from "./attributeGroups";
import { attWords, deviceTitle, factName, sortedFacts } from "./deviceWords";
import { partFile, sectionJson } from "./sectionJson";

const device = (change: Partial<DeviceView>) =>
  ({ name: "web", platform: "web", os_version: null, facts: [], ...change }) as DeviceView;
const fact = (name: string, value: string) => ({ name, value });

describe("a device", () => {
  it("goes by its model and its system", () => {
    expect(deviceTitle(device({ name: "iPhone 15 Pro", platform: "ios", os_version: "19.1" }))).toEqual({
      name: "iPhone 15 Pro",
      rest: "iOS 19.1",
    });
  });

  it("goes by its browser or its screen when it says no model", () => {
    const agent = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.2 Safari/605.1.15";
    expect(deviceTitle(device({ facts: [fact("http_header_user_agent", agent)] }))).toEqual({
      name: "Safari",
      rest: "Web",
    });
    const sized = device({ facts: [fact("screen_width", "390"), fact("screen_height", "844")] });
    expect(deviceTitle(sized)).toEqual({ name: "Browser", rest: "390 × 844" });
    expect(deviceTitle(device({ name: "Device", platform: null }))).toEqual({ name: "Unknown device", rest: null });
  });

  it("has a platform as it is written", () => {
    expect(["ios", "Android TV", "web", "toaster", null].map(platformName)).toEqual([
      "iOS",
      "Android TV",
      "Web",
      "toaster",
      null,
    ]);
  });

  it("has facts that can be read", () => {
    expect(factName("locale_country")).toBe("Locale country");
    expect(factName("http_header_user_agent")).toBe("User agent");
    expect(factName("integration_attributes.128")).toBe("Integration 128");
    const sorted = sortedFacts([fact("integration_attributes.1", ""), fact("b", ""), fact("a", "")]);
    expect(sorted.map((entry) => entry.name)).toEqual(["a", "b", "integration_attributes.1"]);
    expect(attWords("not_determined")).toBe("Not asked");
    expect(attWords(null)).toBe("–");
  });
});

describe("the attributes", () => {
  const value = { kind: "text", text: "Marta", items: [] } as ProfileView["attributes"][number]["value"];
  const attribute = (name: string) => ({
    name,
    reserved: name.startsWith("$"),
    value,
    time_ms: 1,
    input: "Web",
    seq: "1",
  });
  const profile = {
    attributes: [attribute("$FirstName"), attribute("b"), attribute("d")],
    deleted_attributes: [{ name: "c", reserved: false, time_ms: 2, input: "Web", seq: "2" }],
  };

  it("stand reserved ones apart, deleted ones in their place", () => {
    const groups = attributeGroups(profile, "");
    expect(groups.reserved.map((line) => line.name)).toEqual(["$FirstName"]);
    expect(groups.own.map((line) => [line.name, line.value === null])).toEqual([
      ["b", false],
      ["c", true],
      ["d", false],
    ]);
    expect(groups).toMatchObject({ all: 3, deleted: 1, shown: 4 });
  });

  it("are narrowed by name and by value", () => {
    expect(attributeGroups(profile, " B").shown).toBe(1);
    expect(attributeGroups(profile, "marta").shown).toBe(3);
    expect(attributeGroups(profile, "deleted").own.map((line) => line.name)).toEqual(["c"]);
    expect(attributeGroups({ attributes: [], deleted_attributes: [] }, "x").shown).toBe(0);
  });
});

describe("how long ago", () => {
  const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();
  it("counts years and months, then days", () => {
    const now = at(2026, 11, 23);
    expect(age(at(2023, 3, 14), now)).toBe("3 y 8 mo");
    expect(age(at(2025, 11, 23), now)).toBe("1 y");
    expect(age(at(2026, 8, 30), now)).toBe("2 mo");
    expect(age(at(2026, 11, 11), now)).toBe("12 days");
    expect(age(at(2026, 11, 22), now)).toBe("1 day");
    expect(age(now - 1000, now)).toBeNull();
  });
});

describe("a section as JSON", () => {
  it("is what the engine answered", () => {
    expect(sectionJson({ consent: [] } as unknown as ProfileView, "consent")).toBe("[]");
    expect(partFile("7", "profile")).toBe("profile-7.json");
    expect(partFile("7", "devices")).toBe("profile-7-devices.json");
  });
});
