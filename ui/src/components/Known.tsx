/** A disc for somebody known by a log-in identity, a ring for somebody anonymous. */

import "./Known.css";

export function Known({ known }: { known: boolean }) {
  return (
    <span
      className="known"
      data-known={known}
      role="img"
      aria-label={known ? "Known" : "Anonymous"}
      title={known ? "Known" : "Anonymous"}
    />
  );
}
