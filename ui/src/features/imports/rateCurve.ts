/** The curve above a progress bar: lines per second over the part of the bar that is done. */
export interface RateCurve {
  /** The line. */
  line: string;
  /** The line closed down to the bar, for the tint under it. */
  area: string;
}

/** The drawing's own units; it is stretched to whatever place there is. */
export const curveWidth = 100;
export const curveHeight = 30;

/** Kept free above the highest value, so that the stroke is not cut. */
const headroom = 2;

/** The curve of `rates`, oldest first, over the first `share` (0 to 1) of the width; nothing with fewer than two. */
export function rateCurve(rates: readonly number[], share: number): RateCurve | undefined {
  if (rates.length < 2) return undefined;
  const highest = Math.max(...rates);
  if (!(highest > 0)) return undefined;
  const width = curveWidth * Math.min(Math.max(share, 0), 1);
  const step = width / (rates.length - 1);
  const points = rates.map((rate, index) => {
    const y = curveHeight - (Math.max(rate, 0) / highest) * (curveHeight - headroom);
    return `${round(index * step)} ${round(y)}`;
  });
  const line = `M${points.join("L")}`;
  return { line, area: `${line}L${round(width)} ${curveHeight}L0 ${curveHeight}Z` };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
