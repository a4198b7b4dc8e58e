import { describe, expect, it } from "vitest";
import { adviceFor, plainerQueries } from "./searchAdvice";

describe("what to try when nobody was found", () => {
  it("is a plainer form of what was typed", () => {
    expect(plainerQueries("marzipan@")).toEqual(["marzipan", "marzi"]);
    expect(plainerQueries("+46 70 555 01 42")[0]).toBe("+46705550142");
    expect(plainerQueries('"Marta Lindqvist"')).toContain("Marta Lindqvist");
    expect(plainerQueries("ab")).toEqual([]);
  });

  it("begins with taking the narrowing away", () => {
    const tried = { query: "marzipan@", kind: "phone", kindLabel: "Phone", former: false, environment: "production" };
    expect(adviceFor(tried).map((advice) => advice.words)).toEqual([
      "Look in all identity types",
      "Include former identities",
      "Search “marzipan”",
      "Search “marzi”",
      "Look in development",
    ]);
    expect(adviceFor(tried)[0]).toMatchObject({ kind: null, former: false, query: "marzipan@" });
    expect(adviceFor(tried).at(-1)).toMatchObject({ environment: "development", kind: "phone" });
  });
});
