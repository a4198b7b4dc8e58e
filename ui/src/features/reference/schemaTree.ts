/** A schema as a tree of rows: what a value may be, and what is inside of it. Children are made when they are looked at. */

import { plainExact, writeExact } from "./exactJson";
import { follow, nameOf, type OpenApi, type Schema } from "./openapi";

export interface SchemaNode {
  /** Its place: `events/CustomEvent/data`. */
  key: string;
  name: string;
  /** Whether the name stands for any name, or for a variant. */
  kind: "member" | "anyMember" | "variant";
  required: boolean;
  /** `string`, `array of Event`, `integer or string`. */
  words: string;
  description: string;
  /** The values that it may have, when they are few. */
  values: string[];
  /** Limits and the default. */
  notes: string[];
  /** Whether there is something inside. */
  folds: boolean;
  children: () => SchemaNode[];
}

type Place = Pick<SchemaNode, "key" | "name" | "kind" | "required">;

/** The whole of a schema; its children are the first rows. */
export function schemaRoot(doc: OpenApi, schema: Schema): SchemaNode {
  return nodeOf(doc, schema, { key: "", name: "", kind: "member", required: true });
}

function nodeOf(doc: OpenApi, schema: Schema, place: Place): SchemaNode {
  const flat = flattened(doc, schema);
  const inside = flat.contentSchema ? flattened(doc, flat.contentSchema) : flat;
  const content = isListed(inside) && inside.items ? flattened(doc, inside.items) : inside;
  return {
    ...place,
    words: wordsOf(doc, schema),
    description: flat.description ?? inside.description ?? "",
    values: valuesOf(flat),
    notes: notesOf(inside),
    folds: hasInside(content),
    children: () => childrenOf(doc, content, place.key === "" ? "" : `${place.key}/`),
  };
}

/** The schema with its reference followed and everything that it must be at once in one. */
function flattened(doc: OpenApi, schema: Schema): Schema {
  const { $ref, allOf = [], ...own } = schema;
  const parts = [...($ref === undefined ? [] : [follow<Schema>(doc, { $ref })]), ...allOf];
  return parts.map((part) => flattened(doc, part)).reduceRight((whole, part) => joined(part, whole), own as Schema);
}

function joined(base: Schema, over: Schema): Schema {
  const properties = { ...base.properties, ...over.properties };
  const required = [...(base.required ?? []), ...(over.required ?? [])];
  return {
    ...base,
    ...over,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function typesOf({ type }: Schema): string[] {
  return type === undefined ? [] : Array.isArray(type) ? type : [type];
}

function isListed(schema: Schema): boolean {
  return schema.items !== undefined && typesOf(schema).every((type) => type === "array" || type === "null");
}

function hasInside(schema: Schema): boolean {
  const { properties, additionalProperties, oneOf } = schema;
  return properties !== undefined || oneOf !== undefined || typeof additionalProperties === "object";
}

function wordsOf(doc: OpenApi, schema: Schema): string {
  const flat = flattened(doc, schema);
  if (flat.contentSchema) return `${nameOf(flat.contentSchema) ?? "JSON"}, sent as text`;
  if (flat.const !== undefined) return writeExact(flat.const);
  const types = typesOf(flat).map((type) => (type === "array" ? `array${ofWhat(doc, flat.items)}` : type));
  if (types.length > 0)
    return listed(
      types.map((type) => named(type, schema, flat)),
      "or",
    );
  if (flat.enum !== undefined) return "one of";
  return flat.oneOf ? (nameOf(schema) ?? "one of") : (nameOf(schema) ?? "anything");
}

/** Objects that have a name are called by it. */
function named(type: string, schema: Schema, flat: Schema): string {
  return type === "object" && flat.properties !== undefined ? (nameOf(schema) ?? type) : type;
}

function ofWhat(doc: OpenApi, items: Schema | undefined): string {
  return items === undefined ? "" : ` of ${wordsOf(doc, items)}`;
}

function valuesOf(schema: Schema): string[] {
  return (schema.enum ?? []).map(plainExact);
}

function notesOf(schema: Schema): string[] {
  const notes: string[] = [];
  const between = (words: string, min: number | undefined, max: number | undefined) => {
    const [from, to] = [min?.toLocaleString("en"), max?.toLocaleString("en")];
    if (from !== undefined && to !== undefined) notes.push(`${from} to ${to}${words}`);
    else if (from !== undefined && min !== 0 && min !== 1) notes.push(`at least ${from}${words}`);
    else if (to !== undefined) notes.push(`at most ${to}${words}`);
  };
  if (schema.default !== undefined) notes.push(`default ${plainExact(schema.default)}`);
  if (schema.format !== undefined) notes.push(schema.format);
  between(" characters", schema.minLength, schema.maxLength);
  between(" entries", schema.minItems, schema.maxItems);
  between("", schema.minimum, schema.maximum);
  const ways = schema.anyOf?.map(({ required }) => required ?? []).filter((names) => names.length > 0) ?? [];
  if (ways.length > 1)
    notes.push(
      `at least one of ${listed(
        ways.map((names) => names.join(" with ")),
        "and",
      )}`,
    );
  return notes;
}

function listed(words: string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

function childrenOf(doc: OpenApi, schema: Schema, before: string): SchemaNode[] {
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) =>
    nodeOf(doc, member, {
      key: before + name,
      name,
      kind: "member",
      required: schema.required?.includes(name) ?? false,
    }),
  );
  const variants = (schema.oneOf ?? []).map((variant, place) => {
    const flat = flattened(doc, variant);
    const name = flat.title ?? nameOf(variant) ?? `Form ${place + 1}`;
    const node = nodeOf(doc, variant, { key: before + name, name, kind: "variant", required: false });
    return { ...node, words: toldBy(flat) ?? node.words };
  });
  const { additionalProperties } = schema;
  if (typeof additionalProperties !== "object") return [...members, ...variants];
  const name = members.length > 0 ? "any other name" : "any name";
  const other = nodeOf(doc, additionalProperties, { key: `${before}*`, name, kind: "anyMember", required: false });
  return [...members, ...variants, other];
}

/** The member that tells a variant from the others, and its value. */
function toldBy({ properties = {} }: Schema): string | undefined {
  const [name, member] = Object.entries(properties).find(([, { const: fixed }]) => fixed !== undefined) ?? [];
  return name === undefined ? undefined : `${name} is ${plainExact(member?.const)}`;
}

export interface SchemaRow {
  node: SchemaNode;
  depth: number;
  open: boolean;
}

/** The rows to show when these keys are unfolded. */
export function schemaRows(nodes: readonly SchemaNode[], open: ReadonlySet<string>, depth = 0): SchemaRow[] {
  return nodes.flatMap((node) => {
    const isOpen = node.folds && open.has(node.key);
    return [{ node, depth, open: isOpen }, ...(isOpen ? schemaRows(node.children(), open, depth + 1) : [])];
  });
}

export interface TreeMove {
  /** The row to go to. */
  to?: number;
  /** The key to fold or unfold. */
  toggle?: string;
}

/** What a key does in the tree; `undefined` when it is not the tree's. */
export function treeMove(key: string, rows: readonly SchemaRow[], at: number): TreeMove | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  const within = (to: number) => ({ to: Math.min(rows.length - 1, Math.max(0, to)) });
  switch (key) {
    case "ArrowDown":
      return within(at + 1);
    case "ArrowUp":
      return within(at - 1);
    case "Home":
      return within(0);
    case "End":
      return within(rows.length - 1);
    case "ArrowRight":
      if (!row.node.folds) return {};
      return row.open ? within(at + 1) : { toggle: row.node.key };
    case "ArrowLeft": {
      if (row.open) return { toggle: row.node.key };
      const above = rows.slice(0, at).findLastIndex(({ depth }) => depth < row.depth);
      return above < 0 ? {} : { to: above };
    }
    case "Enter":
    case " ":
      return row.node.folds ? { toggle: row.node.key } : {};
    default:
      return undefined;
  }
}
