import path from "node:path";

const here = import.meta.dirname;

/** The repository. */
export const root = path.resolve(here, "../../..");

/** Where `cargo build` put the programs; `UAV_BIN` names another folder, for example that of a release build. */
const binaries = process.env.UAV_BIN ?? path.join(root, "target/debug");

/** The headless program. */
export const uav = path.join(binaries, "uav");

/** The desktop program. */
export const desktop = path.join(binaries, "user-activity-view");

/** What a run leaves behind: seeded stores, screenshots, traces. */
export const results = path.resolve(here, "../results");

/** The sample shop that most tests look at. */
export const shopFolder = path.join(results, "stores/shop");
