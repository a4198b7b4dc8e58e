import { describe, expect, it } from "vitest";
import { fittingActions, type PaletteAction, readPaletteText } from "./actions";

const action = (words: string, also = ""): PaletteAction => ({
  id: words,
  icon: (() => null) as unknown as PaletteAction["icon"],
  words,
  detail: "",
  also,
  run: () => {},
});

const actions = [
  action("Go to imports", "upload"),
  action("Import files"),
  action("Switch to dark", "theme appearance"),
];
const found = (text: string) => fittingActions(actions, text).map((one) => one.words);

describe("the actions of the palette", () => {
  it("are found by their beginning first", () => {
    expect(found("import")).toEqual(["Import files", "Go to imports"]);
    expect(found("")).toHaveLength(3);
    expect(found("zebra")).toEqual([]);
  });

  it("are found by other words too", () => {
    expect(found("theme")).toEqual(["Switch to dark"]);
    expect(found("upl")).toEqual(["Go to imports"]);
  });

  it("stand alone after a >", () => {
    expect(readPaletteText("> sample ")).toEqual({ actionsOnly: true, query: "sample" });
    expect(readPaletteText(" mar")).toEqual({ actionsOnly: false, query: "mar" });
  });
});
