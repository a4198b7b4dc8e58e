/** A text to be copied: JSON in its colours, or a line for the shell with what is live and what is to be filled in. */

import type { ReactNode } from "react";
import { CopyButton } from "../../components/CopyButton";
import type { CurlPiece } from "./curl";

export interface CodeBlockProps {
  /** What it is: "Request". */
  title: string;
  /** What the copy button copies: "curl" gives "Copy curl". */
  what: string;
  pieces: readonly CurlPiece[];
  /** Stands at the right of the title. */
  tools?: ReactNode;
}

export function CodeBlock({ title, what, pieces, tools }: CodeBlockProps) {
  const text = pieces.map((piece) => piece.text).join("");
  let at = 0;
  return (
    <div className="reference-block">
      <div className="reference-block-head">
        <h3>{title}</h3>
        <span className="spring" />
        {tools}
        <CopyButton text={text} what={what} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <pre className="reference-text mono" role="region" tabIndex={0} aria-label={title}>
        {pieces.map((piece) => {
          const key = at;
          at += piece.text.length;
          return (
            <span key={key} className={`reference-piece-${piece.kind}`}>
              {piece.text}
            </span>
          );
        })}
      </pre>
    </div>
  );
}
