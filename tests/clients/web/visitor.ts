import { expect, type Page } from "@playwright/test";
import { asList, asObject, type JsonObject } from "../harness/exactJson.ts";
import { type Exchange, type Relay, said } from "../harness/relay.ts";
import type { Identities, IdentityResult } from "./library.ts";

/** Where the library sends its events, in either form. */
const eventDoors = /\/v3\/JS\/[^/]+\/events$|\/v2\/JS\/[^/]+\/Events$/;

/** The addresses of one engine, each as the library wants it. */
export function hosts(address: string): Record<string, string> {
  return {
    configUrl: `${address}/JS/v2/`,
    identityUrl: `${address}/v1/`,
    aliasUrl: `${address}/v1/identity/`,
    v1SecureServiceUrl: `${address}/v1/JS/`,
    v2SecureServiceUrl: `${address}/v2/JS/`,
    v3SecureServiceUrl: `${address}/v3/JS/`,
    userAudienceUrl: `${address}/v1/`,
  };
}

/** A person at a browser with the library on the page. */
export class Visitor {
  readonly page: Page;
  readonly #relay: Relay;

  private constructor(page: Page, relay: Relay) {
    this.page = page;
    this.#relay = relay;
  }

  /** Opens a page and starts the library on it; answers when it has identified the visitor. */
  static async at(page: Page, url: string, key: string, relay: Relay, config: object): Promise<Visitor> {
    const visitor = new Visitor(page, relay);
    await page.goto(url);
    await visitor.init(key, config);
    return visitor;
  }

  /** Starts the library on the page as it is. */
  async init(key: string, config: object): Promise<void> {
    await this.page.evaluate(
      (given) => {
        const identityCallback = (result: { httpCode: number; body?: object }) => {
          window.firstIdentify = { httpCode: result.httpCode, ...(result.body && { body: result.body }) };
        };
        window.mParticle.init(given.key, { ...given.config, identityCallback });
      },
      { key, config },
    );
    await this.page.waitForFunction(() => window.firstIdentify !== undefined);
  }

  /** What the engine said when the library first asked who this is. */
  async firstIdentify(): Promise<IdentityResult> {
    const result = await this.page.evaluate(() => window.firstIdentify);
    if (result === undefined) throw new Error("not identified yet");
    return result;
  }

  /** Calls the library's identity service and answers what its callback is given. */
  identity(
    call: "identify" | "login" | "logout" | "modify",
    userIdentities: Identities,
  ): Promise<IdentityResult> {
    return this.page.evaluate(
      (given) =>
        new Promise<IdentityResult>((resolve) => {
          window.mParticle.Identity[given.call]({ userIdentities: given.userIdentities }, (result) =>
            resolve(JSON.parse(JSON.stringify({ httpCode: result.httpCode, body: result.body }))),
          );
        }),
      { call, userIdentities },
    );
  }

  /** Whom the library takes the visitor for. */
  mpid(): Promise<string> {
    return this.page.evaluate(() => window.mParticle.Identity.getCurrentUser().getMPID());
  }

  /** The library's name for this browser. */
  device(): Promise<string> {
    return this.page.evaluate(() => window.mParticle.getDeviceId());
  }

  /** Waits until everything that was logged so far is with the engine; a last event tells. */
  async settle(marker: string, { upload = true } = {}): Promise<void> {
    await this.page.evaluate(
      (given) => {
        window.mParticle.logEvent(given.marker);
        if (given.upload) window.mParticle.upload();
      },
      { marker, upload },
    );
    await this.delivered(marker);
  }

  /** Waits until an event is with the engine and nothing is on its way. */
  async delivered(name: string): Promise<void> {
    const there = () => taken(this.#relay).some((exchange) => exchange.text.includes(JSON.stringify(name)));
    await expect.poll(() => there() && this.#relay.isQuiet, { message: `${name} is delivered` }).toBe(true);
  }
}

/** The uploads that the engine took, each once, however often it was sent. */
export function taken(relay: Relay): Exchange[] {
  const texts = new Set<string>();
  return relay.to(eventDoors).filter(({ status, text }) => {
    if (status === undefined || status < 200 || status > 299 || texts.has(text)) return false;
    texts.add(text);
    return true;
  });
}

/** The events of a user among the uploads, `type name`, in order of the alphabet. */
export function sentEvents(relay: Relay, mpid: string): string[] {
  const batches = taken(relay).map((exchange) => asObject(said(exchange)));
  return named(batches.filter((batch) => batch.mpid === mpid));
}

/** The events of batches, `type message-id`, in order of the alphabet. */
export function named(batches: JsonObject[]): string[] {
  return batches
    .flatMap((batch) => asList(batch.events).map(asObject))
    .map((event) => `${event.event_type} ${asObject(event.data).source_message_id}`)
    .sort();
}
