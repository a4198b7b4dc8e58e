/** Texts to paste, written as templates: ``code`host = "${address}"` `` knows which parts are of this very engine. */

export interface SnippetPiece {
  text: string;
  /** True of this engine, this key: shown as such. */
  live: boolean;
}

/** The pieces of a template: what was put in is live. */
export function code(texts: TemplateStringsArray, ...values: readonly string[]): SnippetPiece[] {
  return texts
    .flatMap((text, place): SnippetPiece[] => {
      const value = values[place];
      return value === undefined
        ? [{ text, live: false }]
        : [
            { text, live: false },
            { text: value, live: true },
          ];
    })
    .filter(({ text }) => text !== "");
}

/** As it is copied. */
export function snippetText(pieces: readonly SnippetPiece[]): string {
  return pieces.map(({ text }) => text).join("");
}
