/** The beginning of a file as it will be read; a line opens to its text. */

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { PreviewRowView } from "../../api/generated/admin";
import { countText } from "../../components/numbers";

export function FirstLines({ rows }: { rows: readonly PreviewRowView[] }) {
  const [open, setOpen] = useState<number>();
  return (
    <section aria-label="First lines">
      <div className="section-head">
        <h2>First lines, as they will be read</h2>
        <span className="section-count">{countText(rows.length)}</span>
      </div>
      <div className="cols-head review-cols" aria-hidden>
        <span />
        <span className="num">Line</span>
        <span>Who</span>
        <span className="num">Events</span>
        <span>Result</span>
      </div>
      <ul className="review-lines">
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line can hold several batches, only their place tells them apart.
          <li key={place}>
            <Line row={row} open={open === place} onToggle={() => setOpen(open === place ? undefined : place)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ row, open, onToggle }: { row: PreviewRowView; open: boolean; onToggle: () => void }) {
  return (
    <>
      <button type="button" className="cols-row compact review-cols" aria-expanded={open} onClick={onToggle}>
        <ChevronRight size={12} className="review-fold" aria-hidden />
        <span className="num t3">{countText(row.line)}</span>
        <span className={row.who === "" ? "trunc t3" : "trunc"}>{row.who === "" ? (row.fault ?? "–") : row.who}</span>
        <span className="num">{row.fault === null ? countText(row.events) : "–"}</span>
        {row.fault === null ? <span className="t2">read</span> : <span className="neg">refuse</span>}
      </button>
      {open && (
        <div className="review-line-text">
          {row.fault !== null && <p className="neg s12">{row.fault}</p>}
          <pre className="mono">{row.text}</pre>
        </div>
      )}
    </>
  );
}
