/** The operations of a contract, in its order, and the rows of their list. */

import {
  type Answer,
  type Body,
  follow,
  type Media,
  type OpenApi,
  type OperationObject,
  type Parameter,
  type Requirement,
} from "./openapi";

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

export interface Operation {
  /** Its name in the address. */
  id: string;
  method: string;
  path: string;
  /** Prefixes under which the same path is served too. */
  prefixes: { prefix: string; description: string }[];
  tag: string;
  summary: string;
  description: string;
  /** Each alone is enough; an empty one asks for nothing. */
  security: Requirement[];
  parameters: Parameter[];
  body: { description: string; media: [string, Media][] } | undefined;
  answers: [string, Answer][];
}

export function operationsOf(doc: OpenApi): Operation[] {
  const operations = Object.entries(doc.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const object = item[method] as OperationObject | undefined;
      return object === undefined ? [] : [operationOf(doc, path, method, object)];
    }),
  );
  const places = new Map(doc.tags?.map(({ name }, place) => [name, place]));
  const place = (tag: string) => places.get(tag) ?? places.size;
  return operations.toSorted((a, b) => place(a.tag) - place(b.tag));
}

function operationOf(doc: OpenApi, path: string, method: string, object: OperationObject): Operation {
  const item = doc.paths[path];
  const body = object.requestBody && follow<Body>(doc, object.requestBody);
  const own = (object.parameters ?? []).map((parameter) => follow<Parameter>(doc, parameter));
  const shared = (item?.parameters ?? []).map((parameter) => follow<Parameter>(doc, parameter));
  return {
    id: object.operationId ?? `${method}-${path.replaceAll("/", "-")}`,
    method: method.toUpperCase(),
    path,
    prefixes: (item?.servers ?? [])
      .filter(({ url }) => url !== "/")
      .map(({ url, description = "" }) => ({ prefix: url, description })),
    tag: object.tags?.[0] ?? "Others",
    summary: object.summary ?? path,
    description: object.description ?? "",
    security: object.security ?? doc.security ?? [],
    parameters: [...shared.filter((one) => !own.some(({ name }) => name === one.name)), ...own],
    body: body && { description: body.description ?? "", media: Object.entries(body.content ?? {}) },
    answers: Object.entries(object.responses ?? {}).map(([status, answer]) => [status, follow<Answer>(doc, answer)]),
  };
}

export interface HeadRow {
  type: "head";
  key: string;
  title: string;
  count: number;
}
export interface OperationRow {
  type: "operation";
  key: string;
  operation: Operation;
}
export type ListRow = HeadRow | OperationRow;

/** The list, grouped by tag: what has every word of the filter somewhere. */
export function listRows(operations: readonly Operation[], filter: string): ListRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const { id, method, path, tag, summary, prefixes } = operation;
    const said = `${id} ${method} ${prefixes.map(({ prefix }) => prefix + path).join(" ")} ${path} ${tag} ${summary}`;
    if (!words.every((word) => said.toLowerCase().includes(word))) continue;
    groups.set(tag, [...(groups.get(tag) ?? []), operation]);
  }
  return [...groups].flatMap(([tag, members]): ListRow[] => [
    { type: "head", key: `tag-${tag}`, title: tag, count: members.length },
    ...members.map((operation): OperationRow => ({ type: "operation", key: operation.id, operation })),
  ]);
}

/** A path in pieces: what stands there, and what a caller puts in. */
export function pathPieces(path: string): { text: string; isBlank: boolean }[] {
  return path
    .split(/(\{[^}]*\})/)
    .filter(Boolean)
    .map((text) => ({ text, isBlank: text.startsWith("{") }));
}
