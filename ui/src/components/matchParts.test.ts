import { describe, expect, it } from "vitest";
import { matchParts } from "./matchParts";

const written = (text: string, query: string, every = false) =>
  matchParts(text, query, every)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

describe("the marker", () => {
  it("marks the first place, whatever the case", () => {
    expect(written("MAR-KIOSK-mar", "mar")).toBe("[MAR]-KIOSK-mar");
    expect(written("MAR-KIOSK-mar", "mar", true)).toBe("[MAR]-KIOSK-[mar]");
    expect(written("a.marta", " MAR ")).toBe("a.[mar]ta");
  });

  it("leaves alone what does not match", () => {
    expect(written("Ingrid", "mar")).toBe("Ingrid");
    expect(written("Ingrid", " ")).toBe("Ingrid");
    expect(written("", "mar")).toBe("");
  });

  it("keeps its place after letters that grow in lower case", () => {
    expect(written("İİ-mar", "mar")).toBe("İİ-[mar]");
  });

  it("takes signs as they are", () => {
    expect(written("a+b.c", "+b.")).toBe("a[+b.]c");
  });
});
