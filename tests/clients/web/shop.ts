import { readFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { oldWebLibrary, webLibrary } from "../harness/places.ts";

/** A web shop with the library on its page: what a customer's own site is. */
export interface Shop {
  /** The page with the library of today. */
  readonly today: string;
  /** The page that never changed its library. */
  readonly old: string;
  stop(): Promise<void>;
}

export async function openShop(): Promise<Shop> {
  const scripts: Record<string, string> = { "/today.js": webLibrary, "/old.js": oldWebLibrary };
  const server = http.createServer(async (asked, answering) => {
    const path = (asked.url ?? "/").split("?")[0] ?? "/";
    const script = scripts[path];
    if (script !== undefined) {
      answering.setHeader("content-type", "text/javascript").end(await readFile(script));
    } else if (scripts[`${path}.js`] !== undefined) {
      answering
        .setHeader("content-type", "text/html")
        .end(`<!doctype html><title>Shop</title><script src="${path}.js"></script><h1>Shop</h1>`);
    } else {
      answering.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { today: `${url}/today`, old: `${url}/old`, stop };
}
