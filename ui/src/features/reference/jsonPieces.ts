/** JSON in pieces that have a colour each. */

export interface JsonPiece {
  text: string;
  kind: "name" | "text" | "number" | "word" | "sign";
}

const PIECE = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)|[\s{}[\],:]+|./g;

export function jsonPieces(text: string): JsonPiece[] {
  return [...text.matchAll(PIECE)].flatMap(([whole, quoted, colon, number, word]): JsonPiece[] => {
    if (quoted !== undefined) {
      const piece: JsonPiece = { text: quoted, kind: colon === undefined ? "text" : "name" };
      return colon === undefined ? [piece] : [piece, { text: colon, kind: "sign" }];
    }
    if (number !== undefined) return [{ text: number, kind: "number" }];
    return [{ text: whole, kind: word === undefined ? "sign" : "word" }];
  });
}
