/** The parts of an OpenAPI 3.1 document that are shown, and how its references are followed. */

export interface Reference {
  $ref: string;
}

export interface Schema extends Partial<Reference> {
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  /** Of a text that is JSON. */
  contentSchema?: Schema;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
}

export interface Example {
  summary?: string;
  value: unknown;
}

export interface Media {
  schema?: Schema;
  examples?: Record<string, Example>;
}

export interface Header {
  description?: string;
  schema?: Schema;
}

export interface Answer {
  description: string;
  headers?: Record<string, Header>;
  content?: Record<string, Media>;
}

export interface Body {
  description?: string;
  content: Record<string, Media>;
}

export interface SecurityScheme {
  type: string;
  scheme?: string;
  name?: string;
  description?: string;
}

/** Names of schemes that are needed together. */
export type Requirement = Record<string, string[]>;

export interface OperationObject {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Requirement[];
  parameters?: (Parameter | Reference)[];
  requestBody?: Body | Reference;
  responses?: Record<string, Answer | Reference>;
}

export interface PathItem {
  servers?: { url: string; description?: string }[];
  parameters?: (Parameter | Reference)[];
  [method: string]: unknown;
}

export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string };
  tags?: { name: string; description?: string }[];
  security?: Requirement[];
  paths: Record<string, PathItem>;
  components?: { securitySchemes?: Record<string, SecurityScheme> } & Record<string, Record<string, unknown>>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether something can be shown as a contract at all. */
export function isOpenApi(value: unknown): value is OpenApi {
  return isObject(value) && typeof value.openapi === "string" && isObject(value.info) && isObject(value.paths);
}

/** What a reference leads to. References of references are followed; one that leads nowhere is an empty object. */
export function follow<T extends object>(doc: OpenApi, node: T | Reference): T {
  let at: unknown = node;
  for (let steps = 0; steps < 16 && isObject(at) && typeof at.$ref === "string"; steps += 1) {
    const names = at.$ref.replace(/^#\//, "").split("/").map(decoded);
    at = names.reduce<unknown>((inside, name) => (isObject(inside) ? inside[name] : undefined), doc);
  }
  return (isObject(at) ? at : {}) as T;
}

/** The last name of a reference. */
export function nameOf({ $ref }: Partial<Reference>): string | undefined {
  return $ref === undefined ? undefined : decoded($ref.slice($ref.lastIndexOf("/") + 1));
}

function decoded(name: string): string {
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}
