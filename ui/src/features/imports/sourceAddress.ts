import type { ImportSource } from "../../api/generated/admin";

/** A file under review as it stands in the address: `upload:17….ndjson` or `path:/data/orders.ndjson`. */
export function sourceText(source: ImportSource): string {
  return source.from === "upload" ? `upload:${source.id}` : `path:${source.path}`;
}

/** The file that an address names, if it names one. */
export function sourceOf(text: string | undefined): ImportSource | undefined {
  const [, from, rest] = /^(upload|path):(.+)$/s.exec(text ?? "") ?? [];
  if (rest === undefined) return undefined;
  return from === "upload" ? { from: "upload", id: rest } : { from: "path", path: rest };
}

/** What to call a file before the engine has looked at it: its own name, without folder or the number of its upload. */
export function sourceName(source: ImportSource): string {
  if (source.from === "upload") return source.id.replace(/^\d+-/, "");
  return source.path.split(/[\\/]/).findLast((part) => part !== "") ?? source.path;
}

/** Whether a pasted text is the whole path of a file: `/data/a.ndjson`, `C:\data\a.ndjson`, `\\server\share\a.ndjson`. */
export function isWholePath(text: string): boolean {
  return !text.includes("\n") && /^(\/[^/]|[A-Za-z]:[\\/]|\\\\)/.test(text);
}
