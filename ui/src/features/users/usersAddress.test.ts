import { describe, expect, it } from "vitest";
import { readUsersAddress } from "./usersAddress";

describe("the address of the search", () => {
  it("holds the query and the type", () => {
    expect(readUsersAddress({ q: "mar", kind: "email", former: false })).toEqual({
      q: "mar",
      kind: "email",
      former: false,
    });
    expect(readUsersAddress({ q: 42 })).toEqual({ q: "42" });
  });

  it("forgets what makes no sense", () => {
    expect(readUsersAddress({ q: "  ", kind: 5, former: "no", other: 1 })).toEqual({});
  });
});
