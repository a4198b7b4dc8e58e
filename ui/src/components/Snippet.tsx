/** A text to paste. What is of this very engine stands on grey. */

import type { SnippetPiece } from "./snippet";
import "./Snippet.css";

export function Snippet({ label, pieces }: { label: string; pieces: readonly SnippetPiece[] }) {
  let at = 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <pre className="snippet mono" role="region" tabIndex={0} aria-label={label}>
      {pieces.map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.live ? (
          <span key={key} className="snippet-live">
            {piece.text}
          </span>
        ) : (
          piece.text
        );
      })}
    </pre>
  );
}
