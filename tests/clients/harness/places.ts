import path from "node:path";

const clients = path.resolve(import.meta.dirname, "..");

/** What a run leaves behind: Python's packages, traces, reports. */
export const results = path.join(clients, "results");

/** The tables of malformed requests. */
export const requestTables = path.resolve(clients, "../fixtures/requests");

/** The library's files below `node_modules`. */
export const webLibrary = path.join(clients, "node_modules/@mparticle/web-sdk/dist/mparticle.js");

/** The last line of the library that sent single events in short keys. */
export const oldWebLibrary = path.join(clients, "node_modules/mparticle-web-sdk-2-12/dist/mparticle.js");
