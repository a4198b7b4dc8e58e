import { describe, expect, it } from "vitest";
import type { ImportSource } from "../../api/generated/admin";
import { Shelf, type Upload } from "./shelf";

function memory(text: string | null = null) {
  return {
    text,
    read() {
      return this.text;
    },
    write(next: string) {
      this.text = next;
    },
  };
}

const orders = new File(["{}"], "orders.ndjson");
const sent: ImportSource = { from: "upload", id: "1-orders.ndjson" };

describe("the shelf", () => {
  it("shows an upload under way and keeps its file under the file's own name", async () => {
    const kept = memory();
    const seen: unknown[] = [];
    const shelf = new Shelf(async (_file, progress) => {
      progress(1);
      return sent;
    }, kept);
    shelf.watch(() => seen.push(shelf.snapshot().map((file) => file.place.at)));
    expect(await shelf.upload(orders)).toEqual(sent);
    expect(seen).toEqual([["uploading"], ["uploading"], [], ["ready"]]);
    expect(shelf.snapshot()).toEqual([
      { key: "upload:1-orders.ndjson", name: "orders.ndjson", place: { at: "ready", source: sent } },
    ]);
    expect(new Shelf(async () => sent, kept).snapshot()).toEqual(shelf.snapshot());
  });

  it("forgets what was cancelled", async () => {
    const never: Upload = (_file, _progress, signal) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("cancelled"))));
    const shelf = new Shelf(never, memory());
    const uploading = shelf.upload(orders);
    shelf.remove(shelf.snapshot()[0]?.key ?? "");
    expect(await uploading).toBeUndefined();
    expect(shelf.snapshot()).toEqual([]);
  });

  it("keeps saying what failed, but not after a reload", async () => {
    const kept = memory();
    const shelf = new Shelf(() => Promise.reject(new Error("the disk is full")), kept);
    expect(await shelf.upload(orders)).toBeUndefined();
    expect(shelf.snapshot()[0]?.place).toEqual({ at: "failed", problem: "the disk is full" });
    expect(kept.text).toBe("[]");
  });

  it("takes a file once, and starts empty from what it cannot read", () => {
    const shelf = new Shelf(async () => sent, memory("{"));
    shelf.put({ from: "path", path: "/data/a.ndjson" });
    shelf.put({ from: "path", path: "/data/a.ndjson" });
    expect(shelf.snapshot().map((file) => file.name)).toEqual(["a.ndjson"]);
  });
});
