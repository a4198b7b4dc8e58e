import { describe, expect, it } from "vitest";
import { fieldGroups } from "./fieldGroups";

describe("the fields of an event", () => {
  it("stand under their headings, in the order in which these first come", () => {
    const field = (group: string, name: string) => ({ group, name, value: name });
    const groups = fieldGroups([field("Event", "a"), field("Batch", "b"), field("Event", "c")]);
    expect(groups.map((group) => [group.name, group.fields.map((one) => one.name)])).toEqual([
      ["Event", ["a", "c"]],
      ["Batch", ["b"]],
    ]);
    expect(fieldGroups([])).toEqual([]);
  });
});
