import type { RefusalView } from "../../api/generated/admin";

/** A refused line with a name for the list: one line may be refused for several reasons. */
export interface RefusedRow {
  key: string;
  refusal: RefusalView;
}

export function refusedRows(pages: readonly { refusals: readonly RefusalView[] }[]): RefusedRow[] {
  return pages.flatMap((page) => page.refusals).map((refusal, place) => ({ key: `${place}`, refusal }));
}

/** The fault without the path that has a column of its own. */
export function faultWords({ message, path }: RefusalView): string {
  const prefix = `${path}: `;
  const words = path !== "" && message.startsWith(prefix) ? message.slice(prefix.length) : message;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Where in the line: its path, or the line itself. */
export function placeWords({ path }: RefusalView): string {
  return path === "" ? "line" : path;
}

/** The beginning of a line's text for its row; what a row cannot show is not handed to it. */
export function beginning(text: string, length = 240): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
