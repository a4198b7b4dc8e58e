/** The state of the import screens as it stands in their addresses. */

export interface ImportsAddress {
  /** The file under review: `upload:17….ndjson`, `path:/data/orders.ndjson`. */
  file?: string;
  /** The job of its dry run. */
  dry?: string;
  /** Whether past dry runs are listed too. */
  runs?: true;
}

export interface ImportJobAddress {
  /** Only lines that were refused for this reason. */
  reason?: string;
}

export function readImportsAddress(search: Record<string, unknown>): ImportsAddress {
  const address: ImportsAddress = {};
  if (typeof search.file === "string" && search.file !== "") address.file = search.file;
  // The router reads digits as a number.
  const dry = typeof search.dry === "number" ? String(search.dry) : search.dry;
  if (address.file !== undefined && typeof dry === "string" && dry !== "") address.dry = dry;
  if (search.runs === true) address.runs = true;
  return address;
}

export function readImportJobAddress(search: Record<string, unknown>): ImportJobAddress {
  return typeof search.reason === "string" && search.reason !== "" ? { reason: search.reason } : {};
}
