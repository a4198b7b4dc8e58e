/** A description: paragraphs, with `code` in them. */

import { Fragment } from "react";

export function Prose({ text, className }: { text: string; className?: string | undefined }) {
  if (text === "") return null;
  const paragraphs = text.split(/\n{2,}/);
  return (
    <div className={`reference-prose ${className ?? ""}`}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <Words text={paragraph} />
        </p>
      ))}
    </div>
  );
}

/** One line of it. */
export function Words({ text }: { text: string }) {
  return text.split("`").map((part, place) => {
    const key = `${place}${part}`;
    return place % 2 === 1 ? (
      <code key={key} className="reference-code">
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
