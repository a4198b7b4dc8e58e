/** How far something is: a bar of 6 px. Without a value: nobody knows. */

import "./Progress.css";

export interface ProgressProps {
  label: string;
  value: number | null;
  max: number;
  tone?: "accent" | "warn" | "neg" | "pos" | undefined;
}

export function Progress({ label, value, max, tone = "accent" }: ProgressProps) {
  return (
    <progress
      className={`progress progress-${tone}`}
      aria-label={label}
      max={Math.max(max, 1)}
      {...(value === null ? {} : { value: Math.min(value, Math.max(max, 1)) })}
    />
  );
}
