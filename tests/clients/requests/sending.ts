import http from "node:http";
import { gzipSync } from "node:zlib";
import { sign } from "../harness/signature.ts";
import type { Body, MalformedRequest, Signing } from "./table.ts";
import { basic, type Names } from "./world.ts";

/** What came back. */
export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

const unitsMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Puts in what the names in braces stand for. */
export function filled(text: string, names: Names): string {
  return text
    .replace(/\{basic:([^:}]*):([^}]*)\}/g, (_all, key: string, secret: string) =>
      basic(names[key] ?? key, names[secret] ?? secret),
    )
    .replace(
      /\{now(?:([+-]\d+)([smhd]))?\}/g,
      (_all, count?: string, unit?: keyof typeof unitsMs) =>
        `${Date.now() + Number(count ?? 0) * unitsMs[unit ?? "s"]}`,
    )
    .replace(/\{([a-z]+(?:\.[a-z]+)?)\}/g, (all, name: string) => names[name] ?? all);
}

/** Sends a request of a table as it stands, whatever a well-made client would say to it. */
export function send(url: string, wanted: MalformedRequest, names: Names): Promise<Answered> {
  const target = filled(wanted.path, names);
  const headers = Object.fromEntries(
    Object.entries(wanted.headers).map(([name, value]) => [name, filled(value, names)]),
  );
  const text = wanted.body === undefined ? undefined : textOf(wanted.body, names);
  const body = text !== undefined && wanted.body?.gzip === true ? gzipSync(text) : text;
  if (wanted.sign !== undefined) {
    const signed = wanted.sign.over === "bytes" ? body : text;
    Object.assign(headers, signature(wanted.sign, wanted.method, target, signed ?? Buffer.of(), names));
  }
  headers["Content-Length"] = `${body?.length ?? 0}`;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = http.request({ hostname, port, path: target, method: wanted.method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    // Once an answer is here, what else was to be sent does not matter: the promise is kept already.
    asked.on("error", reject);
    asked.end(body);
  });
}

function textOf(body: Body, names: Names): Buffer {
  if (body.base64 !== undefined) return Buffer.from(body.base64, "base64");
  if (body.repeat !== undefined) {
    const { before, unit, times, after } = body.repeat;
    return Buffer.from(before + unit.repeat(times) + after);
  }
  if (body.text !== undefined) return Buffer.from(filled(body.text, names));
  const json = filled(JSON.stringify(body.json), names);
  return Buffer.from(json.replace(/"number:(-?\d+)"/g, "$1"));
}

function signature(
  signing: Signing,
  method: string,
  target: string,
  body: Buffer,
  names: Names,
): Record<string, string> {
  const date = dateOf(signing);
  const code = sign(names[`${signing.secret ?? signing.as}.secret`] ?? "", {
    ...{ method, date, path: filled(signing.path ?? target, names) },
    body: signing.body ?? body,
  });
  return { Date: date, "x-mp-signature": signing.capitals === true ? code.toUpperCase() : code };
}

function dateOf({ date = "http", offset_s = 0 }: Signing): string {
  const moment = new Date(Date.now() + offset_s * 1_000);
  if (date === "http") return moment.toUTCString();
  if (date === "iso") return `${moment.toISOString().replace(/[-:]|\.\d+Z$/g, "")}Z`;
  return date;
}
