import { describe, expect, it } from "vitest";
import { isWholePath, sourceName, sourceOf, sourceText } from "./sourceAddress";

describe("a file in the address", () => {
  it("reads back", () => {
    for (const source of [
      { from: "upload", id: "1732500000000-orders.ndjson.gz" },
      { from: "path", path: "/data/with: colon\nand line.json" },
    ] as const) {
      expect(sourceOf(sourceText(source))).toEqual(source);
    }
  });

  it("is nothing when it is not understood", () => {
    for (const text of [undefined, "", "upload:", "ftp:x", "orders.ndjson"]) expect(sourceOf(text)).toBeUndefined();
  });

  it("has a name for people", () => {
    expect(sourceName({ from: "upload", id: "1732500000000-orders.ndjson" })).toBe("orders.ndjson");
    expect(sourceName({ from: "path", path: "/data/orders.ndjson" })).toBe("orders.ndjson");
    expect(sourceName({ from: "path", path: "C:\\data\\orders.json" })).toBe("orders.json");
  });
});

describe("a pasted path", () => {
  it("is told from other text", () => {
    for (const path of ["/data/a.ndjson", "C:\\data\\a.json", "c:/a", "\\\\server\\share\\a.gz"]) {
      expect(isWholePath(path), path).toBe(true);
    }
    for (const text of ["a.ndjson", "./a", "//comment", "", '{"a":1}', "/a\n/b"]) {
      expect(isWholePath(text), text).toBe(false);
    }
  });
});
