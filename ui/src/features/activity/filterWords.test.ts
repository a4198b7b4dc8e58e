import { describe, expect, it } from "vitest";
import type { FacetView } from "../../api/generated/admin";
import { chosenWords, dayField, daysWords, distinctLabels, facetRows, fieldDay, spanWords } from "./filterWords";

const now = Date.UTC(2026, 10, 23, 15);
const day = (month: number, date: number, year = 2026) => Date.UTC(year, month - 1, date);

describe("a span of time in words", () => {
  it("names the month once where it can", () => {
    expect(daysWords(day(11, 10), day(11, 24), now)).toBe("10 – 23 Nov");
    expect(daysWords(day(10, 28), day(11, 4), now)).toBe("28 Oct – 3 Nov");
    expect(daysWords(day(11, 3), day(11, 4), now)).toBe("3 Nov");
    expect(daysWords(day(3, 14, 2023), day(3, 16, 2023), now)).toBe("14 – 15 Mar 2023");
    expect(daysWords(day(12, 30, 2025), day(1, 3), now)).toBe("30 Dec 2025 – 2 Jan");
  });

  it("can be open at one end, or at both", () => {
    expect(spanWords(day(11, 10), undefined, now)).toBe("since 10 Nov");
    expect(spanWords(undefined, day(11, 10), now)).toBe("before 10 Nov");
    expect(spanWords(undefined, undefined, now)).toBeUndefined();
    expect(spanWords(day(11, 10), day(11, 24), now)).toBe("10 – 23 Nov");
  });

  it("says the time when it is no whole day", () => {
    const at = new Date(2026, 10, 20, 8, 5).getTime() + 1;
    expect(spanWords(at, undefined, now)).toBe("since 20 Nov, 08:05");
    expect(spanWords(at, at + 60_000, now)).toBe("20 Nov, 08:05 – 20 Nov, 08:06");
  });

  it("goes through a date field and back", () => {
    expect(fieldDay("2026-11-10")).toBe(day(11, 10));
    expect(fieldDay("2026-13-10")).toBeUndefined();
    expect(fieldDay("")).toBeUndefined();
    expect(dayField(day(11, 10))).toBe("2026-11-10");
    expect(dayField(undefined)).toBe("");
  });
});

describe("the chips", () => {
  const facet = (value: string, label = value, count = 1): FacetView => ({ value, label, count });
  const facets = [facet("1", "Web", 9), facet("2", "iOS app", 4)];

  it("name one chosen value and count more", () => {
    expect(chosenWords(facets, [])).toBe("any");
    expect(chosenWords(facets, ["2"])).toBe("iOS app");
    expect(chosenWords(facets, ["1", "2"])).toBe("2 of 2");
    expect(chosenWords([], ["gone"])).toBe("gone");
  });

  it("offer what occurs, and what is chosen though it does not", () => {
    expect(facetRows(facets, ["7"], "").map((row) => row.value)).toEqual(["7", "1", "2"]);
    expect(facetRows(facets, [], " IOS").map((row) => row.value)).toEqual(["2"]);
  });

  it("tell devices of one model apart", () => {
    const same = distinctLabels([facet("a41f07", "iPhone"), facet("b00c11", "iPhone"), facet("c", "Pixel")]);
    expect(same.map((row) => row.label)).toEqual(["iPhone (a41f)", "iPhone (b00c)", "Pixel"]);
  });
});
