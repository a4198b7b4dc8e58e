import { describe, expect, it } from "vitest";
import type { OpenApi } from "./openapi";
import { listRows, operationsOf, pathPieces } from "./operations";

const doc: OpenApi = {
  openapi: "3.1.0",
  info: { title: "", version: "" },
  tags: [{ name: "Profiles" }, { name: "Events" }],
  paths: {
    "/v2/events": {
      servers: [{ url: "/" }, { url: "/s2s", description: "Partners" }],
      post: { operationId: "send", tags: ["Events"], summary: "Send one batch", responses: {} },
    },
    "/profiles/{mpid}": {
      parameters: [
        { name: "mpid", in: "path", description: "shared" },
        { name: "fields", in: "query", description: "shared" },
      ],
      get: {
        operationId: "read",
        tags: ["Profiles"],
        summary: "Read a profile",
        parameters: [{ $ref: "#/components/parameters/Fields" }],
      },
      post: { summary: "Read with POST" },
    },
  },
  components: { parameters: { Fields: { name: "fields", in: "query", description: "own" } } },
};
const operations = operationsOf(doc);
const listed = (filter: string) => listRows(operations, filter).map(({ key }) => key);

describe("the operations of a contract", () => {
  it("stand in the order of the tags, those without one last", () => {
    expect(operations.map(({ id, method }) => `${method} ${id}`)).toEqual([
      "GET read",
      "POST send",
      "POST post--profiles-{mpid}",
    ]);
  });

  it("have the parameters of their path, their own before", () => {
    expect(operations[0]?.parameters.map(({ name, description }) => `${name} ${description}`)).toEqual([
      "mpid shared",
      "fields own",
    ]);
  });

  it("have other prefixes, the root aside", () => {
    expect(operations[1]?.prefixes).toEqual([{ prefix: "/s2s", description: "Partners" }]);
  });
});

describe("the list", () => {
  it("is grouped", () => {
    expect(listed("")).toEqual(["tag-Profiles", "read", "tag-Events", "send", "tag-Others", "post--profiles-{mpid}"]);
  });

  it("finds every word anywhere", () => {
    expect(listed("POST  profile")).toEqual(["tag-Others", "post--profiles-{mpid}"]);
    expect(listed("/s2s/v2")).toEqual(["tag-Events", "send"]);
    expect(listed("zebra")).toEqual([]);
  });
});

it("a path in pieces tells its blanks", () => {
  expect(pathPieces("/v1/{mpid}/modify")).toEqual([
    { text: "/v1/", isBlank: false },
    { text: "{mpid}", isBlank: true },
    { text: "/modify", isBlank: false },
  ]);
});
