import { describe, expect, it } from "vitest";
import type { OpenApi, Schema } from "./openapi";
import { type SchemaNode, schemaRoot, schemaRows, treeMove } from "./schemaTree";

const schemas: Record<string, Schema> = {
  Base: { type: "object", description: "What all have.", properties: { time: { type: ["integer", "null"] } } },
  Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" }, name: { type: "string" } } },
  Cat: { title: "Cat", type: "object", properties: { kind: { const: "cat" }, lives: { type: "integer" } } },
  Dog: { title: "Dog", type: "object", properties: { kind: { const: "dog" } } },
  Pet: {
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
  },
};
const doc: OpenApi = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {}, components: { schemas } };

const named = (nodes: readonly SchemaNode[]) =>
  nodes.map(({ name, words, required }) => `${name}: ${words}${required ? "!" : ""}`);
const inside = (schema: Schema) => named(schemaRoot(doc, schema).children());

describe("a schema as a tree", () => {
  it("is one of all that it must be at once", () => {
    const schema: Schema = {
      allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", required: ["name"], properties: { name: {} } }],
    };
    expect(inside(schema)).toEqual(["time: integer or null", "name: anything!"]);
    expect(schemaRoot(doc, schema).description).toBe("What all have.");
  });

  it("says more beside a reference than the reference does", () => {
    const root = schemaRoot(doc, { $ref: "#/components/schemas/Base", description: "Mine." });
    expect([root.words, root.description]).toEqual(["Base", "Mine."]);
  });

  it("goes through lists and texts that are JSON", () => {
    const list: Schema = { type: ["array", "null"], items: { $ref: "#/components/schemas/Base" } };
    expect(schemaRoot(doc, list).words).toBe("array of Base or null");
    expect(inside(list)).toEqual(["time: integer or null"]);
    const text: Schema = { type: "string", contentSchema: { $ref: "#/components/schemas/Base" } };
    expect(schemaRoot(doc, text).words).toBe("Base, sent as text");
    expect(inside(text)).toEqual(["time: integer or null"]);
  });

  it("names variants by what tells them apart", () => {
    expect(inside({ $ref: "#/components/schemas/Pet" })).toEqual(["Cat: kind is cat", "Dog: kind is dog"]);
  });

  it("has a row for any name", () => {
    const map: Schema = { type: "object", additionalProperties: { type: "boolean" } };
    expect(inside(map)).toEqual(["any name: boolean"]);
    expect(inside({ ...map, properties: { a: { type: "string" } } })).toEqual(["a: string", "any other name: boolean"]);
  });

  it("tells values, limits and ways", () => {
    const root = schemaRoot(doc, { type: "string", enum: ["a", null], default: "a", minLength: 1, maxLength: 4096 });
    expect(root.values).toEqual(["a", "null"]);
    expect(root.notes).toEqual(["default a", "1 to 4,096 characters"]);
    const ways = schemaRoot(doc, { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] });
    expect(ways.notes).toEqual(["at least one of a and b"]);
  });

  it("may hold itself", () => {
    const [next] = schemaRoot(doc, { $ref: "#/components/schemas/Node" }).children();
    expect(named(next?.children()[0]?.children() ?? [])).toEqual(["next: Node", "name: string"]);
  });

  it("shows nothing of a reference that leads nowhere", () => {
    expect(inside({ $ref: "#/components/schemas/Gone" })).toEqual([]);
  });
});

describe("walking the tree", () => {
  const nodes = schemaRoot(doc, { $ref: "#/components/schemas/Node" }).children();
  const rows = schemaRows(nodes, new Set(["next", "next/next"]));

  it("shows what is unfolded", () => {
    expect(rows.map(({ node, depth }) => `${depth} ${node.key}`)).toEqual([
      "0 next",
      "1 next/next",
      "2 next/next/next",
      "2 next/next/name",
      "1 next/name",
      "0 name",
    ]);
  });

  it("moves, folds and unfolds", () => {
    expect(treeMove("ArrowDown", rows, 5)).toEqual({ to: 5 });
    expect(treeMove("End", rows, 0)).toEqual({ to: 5 });
    expect(treeMove("ArrowRight", rows, 1)).toEqual({ to: 2 });
    expect(treeMove("ArrowRight", rows, 2)).toEqual({ toggle: "next/next/next" });
    expect(treeMove("ArrowLeft", rows, 1)).toEqual({ toggle: "next/next" });
    expect(treeMove("ArrowLeft", rows, 3)).toEqual({ to: 1 });
    expect(treeMove("ArrowLeft", rows, 5)).toEqual({});
    expect(treeMove("Enter", rows, 5)).toEqual({});
    expect(treeMove("a", rows, 0)).toBeUndefined();
    expect(treeMove("ArrowDown", [], 0)).toBeUndefined();
  });
});
