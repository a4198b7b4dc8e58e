/** The state of the information tab and of the header as it stands in the address. */

/** What can be opened as JSON: everything, or one section. */
export const jsonParts = [
  "profile",
  "identities",
  "attributes",
  "devices",
  "consent",
  "attribution",
  "workspaces",
] as const;
export type JsonPart = (typeof jsonParts)[number];

export interface ProfileAddress {
  /** The workspace whose attributes, consent and devices are shown. */
  ws?: number;
  /** What is open as JSON. */
  json?: JsonPart;
  /** The attribute whose history is open. */
  attribute?: string;
  /** What the attributes are narrowed by. */
  filter?: string;
}

export function readProfileAddress(search: Record<string, unknown>): ProfileAddress {
  const address: ProfileAddress = {};
  const ws = Number(search.ws);
  if (search.ws !== undefined && search.ws !== null && Number.isInteger(ws) && ws >= 0) address.ws = ws;
  const json = jsonParts.find((part) => part === search.json);
  if (json) address.json = json;
  if (typeof search.attribute === "string" && search.attribute !== "") address.attribute = search.attribute;
  // The router reads a filter like `39` as a number.
  if ((typeof search.filter === "string" && search.filter !== "") || typeof search.filter === "number")
    address.filter = String(search.filter);
  return address;
}

/** An address without what is absent, so that it stays short. */
export function profileAddress(parts: { [K in keyof ProfileAddress]?: ProfileAddress[K] | undefined }): ProfileAddress {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as ProfileAddress;
}
