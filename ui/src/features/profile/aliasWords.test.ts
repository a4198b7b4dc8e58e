import { expect, it } from "vitest";
import type { AliasView } from "../../api/generated/admin";
import { aliasWords, canUndo } from "./aliasWords";

const now = Date.UTC(2025, 11, 20, 12);
const alias: AliasView = {
  alias: "7",
  mpid: "-77",
  role: "destination",
  state: "done",
  from_ms: Date.UTC(2025, 10, 5, 12),
  to_ms: Date.UTC(2025, 11, 3, 12),
  device: null,
  asked_ms: now,
  at_ms: now,
  reason: null,
};

it("says what an alias did", () => {
  expect(aliasWords(alias, now)).toEqual({ before: "Events of 5 Nov – 3 Dec were copied from", after: "" });
  expect(aliasWords({ ...alias, role: "source", state: "waiting" }, now)).toEqual({
    before: "Events of 5 Nov – 3 Dec will be copied to",
    after: "on 20 Dec",
  });
  expect(aliasWords({ ...alias, state: "undone", to_ms: alias.from_ms, device: "das-1" }, now)).toEqual({
    before: "Events of 5 Nov of device das-1 were copied from",
    after: "and taken back",
  });
  expect(aliasWords({ ...alias, state: "refused", reason: "too early" }, now).after).toBe(": too early");
});

it("offers to take back what was copied or will be", () => {
  expect((["waiting", "done", "undone", "refused"] as const).map((state) => canUndo({ ...alias, state }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
