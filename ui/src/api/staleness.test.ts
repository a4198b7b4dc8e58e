import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hangsOn, stalenessOf } from "./staleness";

const query = (queryKey: unknown[], meta?: { fixed: boolean }) => ({ queryKey, meta });

describe("what an announcement makes stale", () => {
  it("is told by the command of the query", () => {
    expect(hangsOn(query(["profile_get", {}]), new Set(["Profiles"]))).toBe(true);
    expect(hangsOn(query(["profile_get", {}]), new Set(["Imports"]))).toBe(false);
    expect(hangsOn(query(["something else"]), new Set(["Profiles"]))).toBe(false);
    expect(hangsOn(query(["event_get", {}], { fixed: true }), new Set(["Profiles"]))).toBe(false);
  });
});

describe("a flood of announcements", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("is acted upon at once and then in rounds", async () => {
    const client = new QueryClient();
    const rounds = vi.spyOn(client, "invalidateQueries").mockResolvedValue();
    const announce = stalenessOf(client);
    for (let time = 0; time < 10; time += 1) {
      announce(["Profiles"]);
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(1000);
    // At 0, 400 and 800, and once more for what came after.
    expect(rounds.mock.calls.length).toBe(4);
    await vi.advanceTimersByTimeAsync(2000);
    expect(rounds.mock.calls.length).toBe(4);
  });
});
