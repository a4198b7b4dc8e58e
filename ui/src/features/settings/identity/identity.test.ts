import { describe, expect, it } from "vitest";
import type { IdentityTypeView, ScopeSettings } from "../../../api/generated/admin";
import { placedFaults } from "./faultPlaces";
import { readIdentityAddress } from "./identityAddress";
import { scopeChanges } from "./scopeChanges";
import { added, moved, putFirst, removed, sameSettings, toggled, withStrategy } from "./scopeDraft";

const types: IdentityTypeView[] = [
  { name: "customer_id", label: "Customer ID", device: false },
  { name: "email", label: "Email", device: false },
  { name: "other", label: "Other", device: false },
  { name: "other_id_2", label: "Other 2", device: false },
];

const base: ScopeSettings = {
  priority: ["customer_id", "email", "other"],
  unique: ["customer_id"],
  login: ["customer_id"],
  immutable: "customer_id",
  new_known: "extend",
  on_logout: "new",
  login_needs_login_id: false,
  search: "protected",
};

describe("settings on the way", () => {
  it("move types within the order alone", () => {
    expect(moved(base, 2, 0).priority).toEqual(["other", "customer_id", "email"]);
    expect(moved(base, 0, 2).priority).toEqual(["email", "other", "customer_id"]);
    expect(moved(base, 0, 3)).toBe(base);
    expect(moved(base, 0, -1)).toBe(base);
    expect(putFirst(base, "email").priority).toEqual(["email", "customer_id", "other"]);
  });

  it("take a type's traits with it when it goes", () => {
    const gone = removed(base, "customer_id");
    expect(gone).toMatchObject({ priority: ["email", "other"], unique: [], login: [], immutable: null });
    expect(added(gone, "customer_id").priority).toEqual(["email", "other", "customer_id"]);
  });

  it("make what is immutable unique and a log-in", () => {
    const mail = toggled(base, "immutable", "email");
    expect(mail).toMatchObject({ immutable: "email", unique: ["customer_id", "email"] });
    expect(toggled(mail, "immutable", "email").immutable).toBeNull();
    expect(toggled(base, "unique", "customer_id").unique).toEqual([]);
  });

  it("keep the order under a strategy that can work with it", () => {
    const named = { strategy: "default" as const, settings: { ...base, priority: ["customer_id", "other"] } };
    const reordered = moved(base, 2, 1);
    expect(withStrategy(reordered, named).priority).toEqual(reordered.priority);
    expect(withStrategy(moved(base, 0, 1), named).priority).toEqual(["customer_id", "other"]);
  });

  it("are compared without regard to the order of sets", () => {
    const both = { ...base, unique: ["customer_id", "email"] };
    expect(sameSettings(both, { ...base, unique: ["email", "customer_id"] })).toBe(true);
    expect(sameSettings(base, moved(base, 1, 2))).toBe(false);
  });
});

describe("what changes", () => {
  it("is said in words", () => {
    expect(scopeChanges(base, base, types)).toEqual([]);
    expect(scopeChanges(base, moved(base, 1, 2), types)).toEqual(["another order"]);
    expect(scopeChanges(base, toggled(base, "unique", "email"), types)).toEqual(["Email unique"]);
    expect(scopeChanges(base, added(removed(base, "other"), "other_id_2"), types)).toEqual([
      "looked up by Other 2",
      "Other finds nobody",
    ]);
    expect(scopeChanges(base, { ...base, on_logout: "return", login_needs_login_id: true }, types)).toEqual([
      "on log-out back to the old one",
      "a log-in without a log-in identity is refused",
    ]);
  });
});

describe("faults", () => {
  it("stand at the type that they name, the longer name first, and are mended", () => {
    const settings = { ...base, priority: ["email", "customer_id", "other_id_2"] };
    const [first, second] = placedFaults(
      {
        faults: ["Customer ID is immutable and so must be first in the order"],
        warnings: [
          "Other 2 is unique but no log-in identity: a request that carries somebody else's finds nobody by it",
        ],
      },
      settings,
      types,
    );
    expect(first).toMatchObject({ tone: "neg", type: "customer_id", mend: { words: "Put it first" } });
    expect(first?.mend?.settings.priority[0]).toBe("customer_id");
    expect(second).toMatchObject({ tone: "warn", type: "other_id_2", mend: { words: "Make it a log-in" } });
  });

  it("that name nothing of the order stand alone", () => {
    const [only] = placedFaults(
      { faults: ["Other 2 is unique and so must be in the order"], warnings: [] },
      base,
      types,
    );
    expect(only).toMatchObject({ type: undefined, mend: undefined });
  });
});

it("the address names a scope", () => {
  expect(readIdentityAddress({ scope: 2 })).toEqual({ scope: 2 });
  expect(readIdentityAddress({ scope: "x" })).toEqual({});
});
