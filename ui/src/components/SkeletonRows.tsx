/** Rows to come. Appear only after 150 ms, fade downwards, and say what is looked for. */

import { Button } from "./Button";
import { Spinner } from "./Spinner";
import "./SkeletonRows.css";

export interface SkeletonRowsProps {
  /** What is under way: "Searching 1,204,331 profiles". */
  says: string;
  rows?: number | undefined;
  /** px of a row, as the real ones. */
  height?: number | undefined;
  /** Widths of the bars in a row, percent. */
  bars?: readonly number[] | undefined;
  /** The bars stand in the columns of the list (`--cols`), so their widths are of a column. */
  inColumns?: boolean | undefined;
  onCancel?: (() => void) | undefined;
}

export function SkeletonRows({
  says,
  rows = 8,
  height = 32,
  bars = [18, 34, 12],
  inColumns,
  onCancel,
}: SkeletonRowsProps) {
  return (
    <div className="skeleton" role="status">
      <div aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike.
            key={row}
            className={inColumns ? "cols-row skeleton-cells" : "skeleton-row"}
            style={{ height, opacity: 1 - row / rows }}
          >
            {bars.map((width, bar) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name than their place.
              <span key={bar} className="skeleton-bar" style={{ width: `${width - ((row * 7 + bar * 3) % 5)}%` }} />
            ))}
          </div>
        ))}
      </div>
      <div className="skeleton-foot">
        <Spinner />
        {says}
        <span className="spring" />
        {onCancel && (
          <Button kind="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
