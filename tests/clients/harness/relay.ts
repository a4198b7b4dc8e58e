import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { type Certificate, makeCertificate } from "./certificate.ts";
import { type Json, parseExact } from "./exactJson.ts";

/** A request that went through, and what the engine said to it. */
export interface Exchange {
  method: string;
  /** Path and query. */
  path: string;
  headers: http.IncomingHttpHeaders;
  /** The body as it was sent. */
  text: string;
  /** The engine's status; nothing while it is on its way. */
  status: number | undefined;
  /** The engine's answer. */
  answer: string;
  /** Whether the client was left without it. */
  swallowed: boolean;
}

/** Stands before the engine, with TLS or without, and writes down what goes through. */
export class Relay {
  /** All requests, in order of arrival. */
  readonly exchanges: Exchange[] = [];
  /** Says of which requests the answer is lost on its way back. */
  swallows: (exchange: Exchange) => boolean = () => false;
  readonly #server: http.Server;
  readonly #target: URL;

  private constructor(target: string, certificate: Certificate | undefined) {
    this.#target = new URL(target);
    const handler: http.RequestListener = (asked, answering) => this.#pass(asked, answering);
    this.#server =
      certificate === undefined ? http.createServer(handler) : https.createServer(certificate, handler);
  }

  static async start(target: string, { tls }: { tls: boolean }): Promise<Relay> {
    const relay = new Relay(target, tls ? await makeCertificate() : undefined);
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  /** Host and port. */
  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The requests to paths like that, without what a browser asks first. */
  to(path: RegExp): Exchange[] {
    return this.exchanges.filter((exchange) => exchange.method !== "OPTIONS" && path.test(exchange.path));
  }

  /** Whether nothing is on its way. */
  get isQuiet(): boolean {
    return this.exchanges.every((exchange) => exchange.status !== undefined);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #pass(asked: http.IncomingMessage, answering: http.ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = asked;
    const body = await whole(asked);
    const text = headers["content-encoding"] === "gzip" ? gunzipSync(body).toString() : body.toString();
    const exchange: Exchange = {
      ...{ method, path: url, headers, text },
      ...{ status: undefined, answer: "", swallowed: false },
    };
    this.exchanges.push(exchange);
    const { hostname, port } = this.#target;
    const passed = http.request({ hostname, port, method, path: url, headers }, async (answer) => {
      const answered = await whole(answer);
      exchange.answer = answered.toString();
      exchange.swallowed = this.swallows(exchange);
      exchange.status = answer.statusCode ?? 0;
      if (exchange.swallowed) {
        answering.destroy();
      } else {
        answering.writeHead(exchange.status, answer.headers).end(answered);
      }
    });
    passed.once("error", () => {
      exchange.status = 0;
      answering.destroy();
    });
    passed.end(body);
  }
}

/** What a request said, as JSON. */
export function said(exchange: Exchange): Json {
  return parseExact(exchange.text);
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
