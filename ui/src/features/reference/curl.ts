/** A request as a line for the shell, with the address of this engine and blanks for what only the caller has. */

import { plainExact, writeExact } from "./exactJson";
import { type JsonPiece, jsonPieces } from "./jsonPieces";
import type { OpenApi, Requirement } from "./openapi";
import type { Operation } from "./operations";

/** A piece of the line: as it is, true of this engine, to be filled in, or of the body. */
export type CurlPiece = { text: string; kind: "plain" | "live" | "blank" } | JsonPiece;

export interface CurlWishes {
  /** `http://127.0.0.1:8787` */
  server: string;
  /** The kind of body, and the body. */
  body?: { type: string; value: unknown } | undefined;
}

const CONTINUED = " \\\n  ";

export function curlPieces(doc: OpenApi, operation: Operation, { server, body }: CurlWishes): CurlPiece[] {
  const { address, quoted } = addressPieces(operation, server);
  const quote = quoted ? "'" : "";
  const parts: CurlPiece[][] = [[plain("curl "), plain(quote), ...address, plain(quote)]];
  if (operation.method !== "GET" && body === undefined) parts.push([plain(`-X ${operation.method}`)]);
  parts.push(...credentials(doc, operation.security));
  if (body !== undefined) {
    const text = typeof body.value === "string" ? body.value : writeExact(body.value);
    parts.push([plain(`-H 'Content-Type: ${body.type}'`)], [plain("-d '"), ...jsonPieces(quotable(text)), plain("'")]);
  }
  const pieces = parts.flatMap((part, place) => (place === 0 ? part : [plain(CONTINUED), ...part]));
  return pieces.filter(({ text }) => text !== "");
}

export function curlText(pieces: readonly CurlPiece[]): string {
  return pieces.map(({ text }) => text).join("");
}

function plain(text: string): CurlPiece {
  return { text, kind: "plain" };
}

function blank(text: string): CurlPiece {
  return { text, kind: "blank" };
}

/** A text as it may stand between single quotes. */
function quotable(text: string): string {
  return text.replaceAll("'", "'\\''");
}

function addressPieces({ path, parameters }: Operation, server: string) {
  const inPath = path.split(/\{([^}]*)\}/).map((text, place): CurlPiece => {
    if (place % 2 === 0) return plain(text);
    const example = parameters.find((one) => one.in === "path" && one.name === text)?.example;
    // A key is the caller's own, whatever the example is.
    return example === undefined || text === "key" ? blank(text.toUpperCase()) : plain(plainExact(example));
  });
  const query = parameters
    .filter((one) => one.in === "query" && one.required)
    .map(({ name, example }) => `${name}=${plainExact(example ?? "")}`);
  const pieces = [
    { text: server, kind: "live" as const },
    ...inPath,
    plain(query.length > 0 ? `?${query.join("&")}` : ""),
  ];
  return { address: pieces, quoted: query.length > 0 };
}

/** The first way in that is named; an empty one asks for nothing. */
function credentials(doc: OpenApi, security: readonly Requirement[]): CurlPiece[][] {
  const schemes = doc.components?.securitySchemes ?? {};
  return Object.keys(security[0] ?? {}).flatMap((name) => {
    const scheme = schemes[name];
    if (scheme?.type === "http" && scheme.scheme === "basic") {
      return [[plain("-u "), blank("KEY"), plain(":"), blank("SECRET")]];
    }
    if (scheme?.type === "http") return [[plain("-H 'Authorization: Bearer "), blank("TOKEN"), plain("'")]];
    return scheme?.name === undefined ? [] : [[plain(`-H '${scheme.name}: `), blank("KEY"), plain("'")]];
  });
}
