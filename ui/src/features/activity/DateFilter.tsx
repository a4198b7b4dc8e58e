/** The days that are shown: what the brush says, to be read and typed. */

import { CalendarDays, Table2 } from "lucide-react";
import { useId } from "react";
import { Button } from "../../components/Button";
import { DAY_MS } from "../../components/clock";
import { useNow } from "../../components/now";
import { ChipPopover } from "./ChipPopover";
import { dayField, fieldDay, spanWords } from "./filterWords";

export interface DateFilterProps {
  from: number | undefined;
  to: number | undefined;
  /** `134 of 531` */
  count: string;
  onSpan: (span: { from: number | undefined; to: number | undefined }) => void;
  /** Shows the bars as a table. */
  onTable: () => void;
}

const QUICK = [7, 30, 90] as const;

export function DateFilter({ from, to, count, onSpan, onTable }: DateFilterProps) {
  const now = useNow();
  const ids = useId();
  const span = spanWords(from, to, now);
  const tomorrow = (Math.floor(now / DAY_MS) + 1) * DAY_MS;
  const any = () => onSpan({ from: undefined, to: undefined });
  const words = (
    <>
      <CalendarDays size={12} aria-hidden />
      {span === undefined ? (
        <>
          Date <b>any</b>
        </>
      ) : (
        <>
          <b className="tabular">{span}</b>
          <span className="tabular">{count}</span>
        </>
      )}
    </>
  );
  return (
    <ChipPopover name="Date" words={words} on={span !== undefined} onClear={any} width={268}>
      <div className="dates">
        <div className="dates-fields">
          <label htmlFor={`${ids}-from`}>From</label>
          <input
            id={`${ids}-from`}
            type="date"
            value={dayField(from)}
            onChange={(event) => onSpan({ from: fieldDay(event.target.value), to })}
          />
          <label htmlFor={`${ids}-to`}>To</label>
          <input
            id={`${ids}-to`}
            type="date"
            value={dayField(to === undefined ? undefined : to - 1)}
            onChange={(event) => {
              const day = fieldDay(event.target.value);
              onSpan({ from, to: day === undefined ? undefined : day + DAY_MS });
            }}
          />
        </div>
        <div className="dates-quick">
          {QUICK.map((days) => (
            <Button key={days} onClick={() => onSpan({ from: tomorrow - days * DAY_MS, to: tomorrow })}>
              {days} days
            </Button>
          ))}
          <Button kind="ghost" onClick={any}>
            Any
          </Button>
        </div>
        <Button kind="ghost" icon={Table2} onClick={onTable}>
          Show as table
        </Button>
        <p className="t3 s11">Days go from midnight to midnight UTC, as in the bars.</p>
      </div>
    </ChipPopover>
  );
}
