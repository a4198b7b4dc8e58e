import { createHmac } from "node:crypto";

/** What is signed: the text of the body directly after the path. */
export interface Signed {
  method: string;
  /** The `Date` header as it is sent. */
  date: string;
  /** Path and query. */
  path: string;
  /** The text before it is packed. */
  body: string | Buffer;
}

/** The signature of a request, as native libraries make it. */
export function sign(secret: string, { method, date, path, body }: Signed): string {
  return createHmac("sha256", secret).update(`${method}\n${date}\n${path}`).update(body).digest("hex");
}
