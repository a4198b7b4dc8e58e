import { describe, expect, it } from "vitest";
import { knowEnds, sessionSpan } from "./sessionEnds";
import type { SessionRow } from "./timelineRows";

const row = (session: string | null, place: number): SessionRow => ({
  kind: "session",
  key: `session-${place}`,
  session,
  startMs: 0,
  endMs: 0,
  startKnown: false,
  endKnown: false,
  events: 1,
  whole: true,
});

/** Which ends are known, for sessions from the top of the list down. */
function known(sessions: (string | null)[], loaded: Partial<Parameters<typeof knowEnds>[1]> = {}) {
  const rows = sessions.map(row);
  knowEnds(rows, { oldest: false, filtered: false, above: false, below: false, ...loaded });
  return rows.map((each) => `${each.startKnown ? "start" : ""} ${each.endKnown ? "end" : ""}`.trim());
}

describe("the ends of a session", () => {
  it("are known where what is around is loaded", () => {
    expect(known(["b", "a"])).toEqual(["start end", "start end"]);
    expect(known(["b", null, "a"], { above: true, below: true })).toEqual(["start", "start end", "end"]);
    expect(known(["a", "b"], { above: true, oldest: true })).toEqual(["end", "start end"]);
  });

  it("are not where they seem when it goes on in another part of the list", () => {
    expect(known(["a", "b", "a"])).toEqual(["end", "start end", "start"]);
  });

  it("are nowhere when a filter hides events", () => {
    expect(known(["b", "a"], { filtered: true })).toEqual(["", ""]);
  });

  it("are told as far as they are known", () => {
    expect(sessionSpan("14:41:08", "now", "a41f…7c02")).toBe("Session 14:41:08 – now");
    expect(sessionSpan("14:41:08", null, "a41f…7c02")).toBe("Session from 14:41:08");
    expect(sessionSpan(null, "15:02:47", "a41f…7c02")).toBe("Session until 15:02:47");
    expect(sessionSpan(null, null, "a41f…7c02")).toBe("Session a41f…7c02");
  });
});
