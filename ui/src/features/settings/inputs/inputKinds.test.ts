import { describe, expect, it } from "vitest";
import type { InputKeyView, KeyEnvironment } from "../../../api/generated/admin";
import { keysInOrder, keysInUse, revocationWords } from "./inputKinds";

function key(
  name: string,
  environment: KeyEnvironment,
  created_ms: number,
  revoked_ms: number | null = null,
): InputKeyView {
  return { key: name, environment, created_ms, revoked_ms };
}

describe("keys", () => {
  const keys = [key("a", "both", 1, 9), key("b", "production", 2), key("c", "development", 3)];

  it("stand with those in use first, newest on top", () => {
    expect(keysInOrder(keys).map((each) => each.key)).toEqual(["c", "b", "a"]);
    expect(keysInUse({ keys }).map((each) => each.key)).toEqual(["b", "c"]);
  });

  it("say what their end means", () => {
    const last = key("b", "production", 2);
    expect(revocationWords({ name: "Web", keys: [last] }, last)).toMatch(/last key of Web/);
    expect(revocationWords({ name: "Web", keys }, last)).toMatch(/lets production data in/);
    const both = key("d", "both", 4);
    expect(revocationWords({ name: "Web", keys: [last, both] }, last)).toBe("Web goes on with its other key.");
    expect(revocationWords({ name: "Web", keys: [last, both] }, both)).toMatch(/lets development data in/);
    expect(revocationWords({ name: "Web", keys: [...keys, both] }, last)).toBe("Web goes on with its 2 other keys.");
  });
});
