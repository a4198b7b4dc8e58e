import { gzipSync } from "node:zlib";
import type { MadeKeyView } from "../../../ui/src/api/generated/admin.ts";
import { type Json, parseExact } from "../harness/exactJson.ts";
import { sign } from "../harness/signature.ts";

/** What came back. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

/** An app on a phone. No native library runs here, so what one sends is sent by hand: signed, and packed. */
export class Phone {
  readonly #url: string;
  readonly #key: MadeKeyView;

  constructor(url: string, key: MadeKeyView) {
    this.#url = url;
    this.#key = key;
  }

  /** Asks whom identities belong to. */
  async identify(known: Record<string, string>): Promise<Answer> {
    const asked = {
      client_sdk: { platform: "android", sdk_vendor: "mparticle", sdk_version: "5.60.0" },
      environment: "production",
      request_id: crypto.randomUUID(),
      request_timestamp_ms: Date.now(),
      previous_mpid: 0,
      known_identities: known,
    };
    return this.#send("POST", "/v1/identify", JSON.stringify(asked));
  }

  /** Uploads a batch in short keys; its MPID is put in as the number that it is. */
  async upload(batch: object, mpid: string, prefix = ""): Promise<Answer> {
    const text = JSON.stringify(batch).replace(/"mpid":""/, `"mpid":${mpid}`);
    return this.#send("POST", `/v2/${this.#key.key}/events`, text, prefix);
  }

  /** Asks for its settings, unless they are those that it has. */
  config(tag?: string): Promise<Answer> {
    return this.#send("GET", `/v4/${this.#key.key}/config?av=1.0&sv=5.60.0`, "", "", tag);
  }

  audiences(mpid: string): Promise<Answer> {
    return this.#send("GET", `/v1/${this.#key.key}/audience?mpid=${mpid}`, "");
  }

  async #send(method: string, path: string, text: string, prefix = "", tag?: string): Promise<Answer> {
    const date = new Date().toUTCString();
    const headers: Record<string, string> = {
      "x-mp-key": this.#key.key,
      "x-mp-signature": sign(this.#key.secret, { method, date, path, body: text }),
      date,
    };
    if (tag !== undefined) headers["if-none-match"] = tag;
    if (text !== "")
      Object.assign(headers, { "content-type": "application/json", "content-encoding": "gzip" });
    const answer = await fetch(this.#url + prefix + path, {
      ...{ method, headers },
      ...(text !== "" && { body: gzipSync(text) }),
    });
    const answered = await answer.text();
    const body = answered === "" ? null : parseExact(answered);
    return { status: answer.status, headers: answer.headers, body };
  }
}
