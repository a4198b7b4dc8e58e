import { test as base } from "@playwright/test";
import { Engine } from "./engine.ts";
import { Relay } from "./relay.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  /** An engine on an empty store for this test alone. */
  engine: Engine;
  /** A door in plain HTTP before it that writes down what goes through. */
  relay: Relay;
  /** The same with TLS. */
  secureRelay: Relay;
}

/** Playwright's `test` with engines. */
export const test = base.extend<Fixtures>({
  engine: async ({}, use) => {
    const engine = await Engine.start();
    await use(engine);
    await engine.stop();
  },
  relay: async ({ engine }, use) => {
    const relay = await Relay.start(engine.url, { tls: false });
    await use(relay);
    await relay.stop();
  },
  secureRelay: async ({ engine }, use) => {
    const relay = await Relay.start(engine.url, { tls: true });
    await use(relay);
    await relay.stop();
  },
});
