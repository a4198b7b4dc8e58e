import { describe, expect, it } from "vitest";
import { curlPieces, curlText } from "./curl";
import { parseExact } from "./exactJson";
import type { OpenApi } from "./openapi";
import type { Operation } from "./operations";

const doc: OpenApi = {
  openapi: "3.1.0",
  info: { title: "", version: "" },
  paths: {},
  components: {
    securitySchemes: {
      basic: { type: "http", scheme: "basic" },
      token: { type: "http", scheme: "bearer" },
      key: { type: "apiKey", name: "x-mp-key" },
    },
  },
};
const operation: Operation = {
  id: "",
  method: "POST",
  path: "/v2/events",
  prefixes: [],
  tag: "",
  summary: "",
  description: "",
  security: [],
  parameters: [],
  body: undefined,
  answers: [],
};
const server = "http://127.0.0.1:8787";
const line = (own: Partial<Operation>, body?: { type: string; value: unknown }) =>
  curlText(curlPieces(doc, { ...operation, ...own }, { server, body }));

describe("a request as a line for the shell", () => {
  it("sends a body with the first credentials that are enough", () => {
    const text = line(
      { security: [{ basic: [] }, { key: [] }] },
      { type: "application/json", value: { name: "it's" } },
    );
    expect(text).toBe(
      [
        "curl http://127.0.0.1:8787/v2/events \\",
        "  -u KEY:SECRET \\",
        "  -H 'Content-Type: application/json' \\",
        `  -d '{ "name": "it'\\''s" }'`,
      ].join("\n"),
    );
  });

  it("keeps the digits of long numbers", () => {
    const text = line({}, { type: "application/json", value: parseExact('{"user_id":6504934091054997508}') });
    expect(text).toContain(`-d '{ "user_id": 6504934091054997508 }'`);
  });

  it("fills the path and what the query must have", () => {
    const text = line({
      method: "GET",
      path: "/userprofile/v1/{workspace}/{mpid}",
      security: [{ token: [] }],
      parameters: [
        { name: "workspace", in: "path", example: "1" },
        { name: "mpid", in: "path" },
        { name: "fields", in: "query", required: true, example: ["a", "b"] },
        { name: "more", in: "query", example: "x" },
      ],
    });
    expect(text).toBe(
      "curl 'http://127.0.0.1:8787/userprofile/v1/1/MPID?fields=a,b' \\\n  -H 'Authorization: Bearer TOKEN'",
    );
  });

  it("leaves a key blank, and says the method where no body does", () => {
    const path = "/v1/JS/{key}/Forwarding";
    const parameters = [{ name: "key", in: "path" as const, example: "us1-0" }];
    expect(line({ path, parameters, security: [{}] })).toBe(
      "curl http://127.0.0.1:8787/v1/JS/KEY/Forwarding \\\n  -X POST",
    );
  });

  it("tells what is live and what is to be filled in", () => {
    const pieces = curlPieces(doc, { ...operation, security: [{ key: [] }] }, { server });
    expect(pieces.filter(({ kind }) => kind === "live").map(({ text }) => text)).toEqual([server]);
    expect(pieces.filter(({ kind }) => kind === "blank").map(({ text }) => text)).toEqual(["KEY"]);
  });
});
