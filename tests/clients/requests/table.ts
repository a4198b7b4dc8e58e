import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { requestTables } from "../harness/places.ts";

/** How the body of an answer is built. */
export type Form = "errors" | "identity" | "alias" | "oauth" | "empty" | "any";

/** What a body is made of; see the README beside the tables. */
export interface Body {
  json?: unknown;
  text?: string;
  base64?: string;
  repeat?: { before: string; unit: string; times: number; after: string };
  gzip?: boolean;
}

/** How a request is signed. */
export interface Signing {
  as: string;
  secret?: string;
  path?: string;
  body?: string;
  over?: "bytes";
  offset_s?: number;
  date?: string;
  capitals?: boolean;
}

/** What must come back. */
export interface Expectation {
  status: number | number[];
  form: Form;
  code?: string;
  message?: string[];
  error?: string;
  body?: unknown;
  headers?: Record<string, string | string[]>;
}

/** A request of a table, with the table's defaults filled in. */
export interface MalformedRequest {
  id: string;
  reason: string;
  rule: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Body;
  sign?: Signing;
  expect: Expectation;
  noted?: string[];
  stored?: { batches: number; events: number; profiles: number };
}

/** A door's table. */
export interface Table {
  name: string;
  about: string;
  requests: MalformedRequest[];
}

type Defaults = { method?: string; path?: string; headers: Record<string, string | null>; form: Form };

type Written = Omit<MalformedRequest, "method" | "path" | "headers" | "expect"> &
  Partial<Defaults> & { expect: Omit<Expectation, "form"> & { form?: Form } };

/** All tables, by name. */
export function readTables(): Table[] {
  const files = readdirSync(requestTables).filter((name) => name.endsWith(".json"));
  return files.sort().map((file) => {
    const text = readFileSync(path.join(requestTables, file), "utf8");
    const { about, defaults, requests } = JSON.parse(text) as {
      about: string;
      defaults: Defaults;
      requests: Written[];
    };
    const complete = requests.map((written) => fill(written, defaults));
    return { name: path.basename(file, ".json"), about, requests: complete };
  });
}

function fill(written: Written, defaults: Defaults): MalformedRequest {
  const laid = { ...defaults.headers, ...written.headers };
  const present = Object.entries(laid).filter((header): header is [string, string] => header[1] !== null);
  const { method = defaults.method, path: target = defaults.path } = written;
  if (method === undefined || target === undefined) throw new Error(`${written.id} names no door`);
  return {
    ...written,
    method,
    path: target,
    headers: Object.fromEntries(present),
    expect: { form: defaults.form, ...written.expect },
  };
}
