/** The past of an attribute: what each change did to a number, and the curve above the list. */

import type { AttributeChangeView } from "../../api/generated/admin";
import { locale } from "../../components/locale";

export interface HistoryStep {
  change: AttributeChangeView;
  /** The difference to the value before in the operator's notation; absent for what is no number. */
  difference: string | null;
}

/** As many decimals as the finer of the two numbers was sent with. */
function signed(difference: number, texts: readonly string[]): string {
  const decimals = Math.max(...texts.map((text) => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0));
  const digits = { minimumFractionDigits: Math.min(decimals, 6), maximumFractionDigits: 6 };
  return new Intl.NumberFormat(locale, { signDisplay: "exceptZero", ...digits }).format(difference).replace("-", "−");
}

function numberOf(change: AttributeChangeView | undefined): number | null {
  if (change?.value?.kind !== "number") return null;
  const number = Number(change.value.text);
  // Past this a float no longer tells neighbours apart, and a wrong difference is worse than none.
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
}

/** Each change, newest first as the engine gives them, with its difference to the one before it in time. */
export function historySteps(changes: readonly AttributeChangeView[]): HistoryStep[] {
  return changes.map((change, index) => {
    const now = numberOf(change);
    const before = numberOf(changes[index + 1]);
    if (now === null || before === null) return { change, difference: null };
    const texts = [change.value?.text ?? "", changes[index + 1]?.value?.text ?? ""];
    return { change, difference: signed(now - before, texts) };
  });
}

export interface Curve {
  /** The line, in steps. */
  line: string;
  /** The same closed along the bottom. */
  area: string;
}

/** A step curve of a number from its first value to now, `width` by `height`; absent when there is nothing to draw. */
export function historyCurve(
  changes: readonly AttributeChangeView[],
  now: number,
  width: number,
  height: number,
): Curve | null {
  const points = changes
    .map((change) => ({ time: change.time_ms, value: numberOf(change) }))
    .filter((point): point is { time: number; value: number } => point.value !== null)
    .reverse();
  const first = points[0];
  if (!first || points.length < 2) return null;
  const span = Math.max(now, points[points.length - 1]?.time ?? now) - first.time;
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (span <= 0 || low === high) return null;
  const x = (time: number) => round(((time - first.time) / span) * width);
  const y = (value: number) => round(height - 1 - ((value - low) / (high - low)) * (height - 2));
  const parts = points.map((point, index) =>
    index === 0 ? `M0 ${y(point.value)}` : `H${x(point.time)}V${y(point.value)}`,
  );
  const line = `${parts.join("")}H${width}`;
  return { line, area: `${line}V${height}H0Z` };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
