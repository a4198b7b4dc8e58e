/** The contract that the engine serves, through everything that the screen makes of it. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { curlPieces, curlText } from "./curl";
import { parseExact } from "./exactJson";
import { isOpenApi, type OpenApi, type Schema } from "./openapi";
import { operationsOf } from "./operations";
import { type SchemaNode, schemaRoot } from "./schemaTree";
import { waysIn } from "./waysIn";

const folder = new URL("../../../../src-tauri/crates/uav-wire/openapi/", import.meta.url);

/** The fragments put together as the engine does it. */
function readContract(): OpenApi {
  const names = ["head", "events", "batch", "event-types", "identity", "profiles", "native-and-browser"];
  const parts = names.map((name) => parseExact(readFileSync(new URL(`${name}.json`, folder), "utf8")));
  const whole = parts.reduce((one, other) => united(one, other));
  if (!isOpenApi(whole)) throw new Error("no contract");
  return whole;
}

function united(one: unknown, other: unknown): unknown {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return one;
  const out: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) out[name] = name in out ? united(out[name], value) : value;
  return out;
}

const doc = readContract();
const operations = operationsOf(doc);

/** Every row of a schema, as deep as it goes. */
function everyRow(node: SchemaNode, depth = 0): SchemaNode[] {
  return depth > 8 ? [] : [node, ...node.children().flatMap((child) => everyRow(child, depth + 1))];
}

describe("the contract", () => {
  it("has names that an address can hold, each once", () => {
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z]+$/);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    "%s can be shown whole",
    (_, operation) => {
      const media = [
        ...(operation.body?.media ?? []),
        ...operation.answers.flatMap(([, { content = {} }]) => Object.entries(content)),
      ];
      const schemas = [...media.map(([, { schema }]) => schema), ...operation.parameters.map(({ schema }) => schema)];
      for (const schema of schemas.filter((each): each is Schema => each !== undefined)) {
        for (const row of everyRow(schemaRoot(doc, schema))) expect(row.words).not.toBe("");
      }
      for (const way of waysIn(doc, operation)) expect(way.sends).not.toEqual([]);
      for (const [, { description }] of operation.answers) expect(description).not.toBe("");
      expect(operation.description).not.toBe("");
    },
  );

  it("gives a line that can be pasted for every operation", () => {
    for (const operation of operations) {
      const text = curlText(curlPieces(doc, operation, { server: "http://h" }));
      expect(text).toMatch(/^curl '?http:\/\/h\//);
      expect(text).not.toMatch(/[{}]/);
    }
  });
});
