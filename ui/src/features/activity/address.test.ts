import { describe, expect, it } from "vitest";
import { changeAddress, cleared, eventOf, filterOf, isFiltered, readAddress, toggled } from "./address";

describe("the address of the activity tab", () => {
  it("is read as it was written", () => {
    const search = {
      from: 1795442561204,
      to: 1795452561204,
      input: [3, 1],
      type: ["screen"],
      name: ["Add to cart"],
      device: ["a41f"],
      in: 2,
      highlight: ["Purchase"],
      order: "oldest",
      group: "session",
      event: "123-4",
      view: "raw",
    };
    expect(readAddress(search)).toEqual(search);
  });

  it("is read when the router took text for numbers, or one value for a list", () => {
    expect(readAddress({ from: "1795442561204", input: "3", name: 404, device: "a41f" })).toEqual({
      from: 1795442561204,
      input: [3],
      name: ["404"],
      device: ["a41f"],
    });
  });

  it("forgets what makes no sense", () => {
    expect(
      readAddress({
        from: "soon",
        input: ["x"],
        type: ["party"],
        order: "up",
        group: 3,
        event: "5",
        view: "pie",
        other: 1,
      }),
    ).toEqual({});
  });

  it("becomes the engine's filter", () => {
    expect(filterOf({})).toEqual({
      from_ms: null,
      to_ms: null,
      inputs: [],
      categories: [],
      names: [],
      devices: [],
      workspace: null,
    });
    expect(filterOf({ from: 5, input: [1], type: ["commerce"] })).toMatchObject({
      from_ms: 5,
      inputs: [1],
      categories: ["commerce"],
    });
  });

  it("can be cleared of its filter and keeps the event that is open", () => {
    const address = readAddress({ from: 5, name: ["a"], highlight: ["b"], order: "oldest", event: "1-0" });
    expect(isFiltered(address)).toBe(true);
    expect(cleared(address)).toEqual({ order: "oldest", event: "1-0" });
    expect(isFiltered(cleared(address))).toBe(false);
    expect(isFiltered({ highlight: ["b"] })).toBe(false);
  });

  it("names an event or a batch whole", () => {
    expect(eventOf({ event: "123-4" })).toEqual({ seq: "123", index: 4 });
    expect(eventOf({ event: "123-batch" })).toEqual({ seq: "123", index: null });
    expect(eventOf({})).toBeUndefined();
  });

  it("drops lists that became empty", () => {
    expect(changeAddress({ name: ["a"] }, { name: toggled(["a"], "a") })).toEqual({});
    expect(toggled(undefined, "a")).toEqual(["a"]);
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  });
});
