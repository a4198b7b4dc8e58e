import { describe, expect, it } from "vitest";
import { clock, dayTitle, duration, lag, localDay, shortDay, utc } from "./clock";
import { articleCount, groupedNumber, money } from "./money";

const at = (month: number, day: number, hour: number, minute = 0, second = 0) =>
  new Date(2026, month - 1, day, hour, minute, second).getTime();
const now = at(11, 23, 15, 3);

describe("times in words", () => {
  it("name today, yesterday and the days before", () => {
    expect(dayTitle(localDay(now), now)).toEqual({ title: "Today", rest: "Monday 23 November" });
    expect(dayTitle(localDay(at(11, 22, 1)), now).title).toBe("Yesterday");
    expect(dayTitle(localDay(at(11, 18, 1)), now).title).toBe("18 Nov");
    expect(dayTitle(localDay(new Date(2023, 2, 14).getTime()), now)).toEqual({
      title: "14 Mar 2023",
      rest: "Tuesday 14 March 2023",
    });
    expect(shortDay(now, now)).toBe("23 Nov");
  });

  it("keep seconds, and thousandths for UTC", () => {
    expect(clock(at(11, 23, 0, 2, 7))).toBe("00:02:07");
    expect(utc(Date.UTC(2026, 10, 23, 14, 2, 41, 204))).toBe("2026-11-23 14:02:41.204 UTC");
    expect(utc(Number.NaN)).toBe("–");
  });

  it("say how long", () => {
    expect([39_000, 21 * 60_000, 380 * 60_000, 120 * 60_000, 76 * 3_600_000].map(duration)).toEqual([
      "39 s",
      "21 min",
      "6 h 20 min",
      "2 h",
      "3 days",
    ]);
  });

  it("say how late a batch came", () => {
    expect(lag(now, now + 800, now)).toBe("received +0.8 s");
    expect(lag(now - 240_000, now, now)).toBe("received +4 min");
    expect(lag(at(9, 1, 1), now, now)).toBe("received 23 Nov");
    expect(lag(now, now - 3_000, now)).toBe("received 15:02:57");
  });
});

describe("amounts", () => {
  it("keep the digits they came with", () => {
    expect(groupedNumber("1842.60")).toBe("1,842.60");
    expect(groupedNumber("123456789012345678901234")).toBe("123,456,789,012,345,678,901,234");
    expect(groupedNumber("-5")).toBe("−5");
    expect(groupedNumber("1e9")).toBe("1e9");
  });

  it("carry their currency in front", () => {
    expect(money("354.10", "EUR")).toBe("€354.10");
    expect(money("354.10", null)).toBe("354.10");
    expect(money("12", "points")).toBe("12 points");
  });

  it("count articles only when each line says how many", () => {
    expect(articleCount(["1", "2", null])).toBe(4);
    expect(articleCount(["0.5"])).toBeUndefined();
  });
});
