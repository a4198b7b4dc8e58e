/** How an attribute came to its value: a curve of a number, then every change with its difference, its time and its input. */

import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AttributeHistoryView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { CopyButton } from "../../components/CopyButton";
import { clock, localDay, shortDay, utc } from "../../components/clock";
import { ErrorState } from "../../components/ErrorState";
import { useNow } from "../../components/now";
import { counted } from "../../components/numbers";
import { Spinner } from "../../components/Spinner";
import type { AttributeLine } from "./attributeGroups";
import { type HistoryStep, historyCurve, historySteps } from "./attributeHistory";
import { kindText, valueText } from "./attributeValue";
import "./history.css";

const CURVE_WIDTH = 336;
const CURVE_HEIGHT = 44;
/** Changes shown before "Show all" is pressed. */
const FIRST_CHANGES = 6;

export interface AttributeHistoryProps {
  line: AttributeLine;
  mpid: string;
  workspace: number;
}

export function AttributeHistory({ line, mpid, workspace }: AttributeHistoryProps) {
  const history = useCommand("attribute_history", { mpid, workspace, name: line.name }, { keep: true });
  return (
    <div className="history">
      <div className="history-head">
        <h3 className="mono">{line.name}</h3>
        {line.value === null ? <Chip tone="neg">Deleted</Chip> : <Chip>{kindText(line.value)}</Chip>}
        <span className="spring" />
        {line.value !== null && <CopyButton text={line.value.text} what="value" />}
      </div>
      {line.value !== null && line.value.text.length > 40 && <p className="history-whole">{line.value.text}</p>}
      {history.data ? (
        <Changes name={line.name} mpid={mpid} history={history.data} />
      ) : history.error ? (
        <ErrorState error={history.error} title="The history could not be read" onRetry={() => history.refetch()} />
      ) : (
        <p className="history-wait" role="status">
          <Spinner /> Reading the history
        </p>
      )}
    </div>
  );
}

function Changes({ name, mpid, history }: { name: string; mpid: string; history: AttributeHistoryView }) {
  const now = useNow();
  const [all, setAll] = useState(false);
  const steps = historySteps(history.changes);
  const curve = historyCurve(history.changes, now, CURVE_WIDTH, CURVE_HEIGHT);
  const first = history.changes[history.changes.length - 1];
  if (!first) return <p className="history-wait">No batch in the log sets it.</p>;
  return (
    <>
      {curve && (
        <figure className="history-curve">
          <svg viewBox={`0 0 ${CURVE_WIDTH} ${CURVE_HEIGHT}`} role="img" aria-label={`${name} over time, listed below`}>
            <path className="history-area" d={curve.area} />
            <path className="history-line" d={curve.line} />
          </svg>
          <figcaption>
            <span>{shortDay(first.time_ms, now)}</span>
            <span>Now</span>
          </figcaption>
        </figure>
      )}
      <ol className="history-list" data-all={all || undefined}>
        {(all ? steps : steps.slice(0, FIRST_CHANGES)).map((step) => (
          <Change key={`${step.change.seq} ${step.change.time_ms}`} name={name} mpid={mpid} step={step} now={now} />
        ))}
      </ol>
      <div className="history-foot">
        <span>
          {counted(steps.length, "value")} since {shortDay(first.time_ms, now)}
          {history.truncated ? ", as far as the log was read" : ""}
        </span>
        {!all && steps.length > FIRST_CHANGES && (
          <Button kind="ghost" className="history-all" onClick={() => setAll(true)}>
            Show all
          </Button>
        )}
      </div>
    </>
  );
}

function Change({ name, mpid, step, now }: { name: string; mpid: string; step: HistoryStep; now: number }) {
  const { change, difference } = step;
  const value = change.value === null ? "deleted" : valueText(name, change.value);
  const sameDay = localDay(change.time_ms) === localDay(now);
  return (
    <li className={difference === null ? "history-plain" : undefined}>
      <span className={change.value === null ? "trunc neg" : "trunc medium"} title={value}>
        {value}
      </span>
      {difference !== null && (
        <span className={difference.startsWith("−") ? "history-difference neg" : "history-difference pos"}>
          {difference}
        </span>
      )}
      <time title={utc(change.time_ms)} className="t2">
        {sameDay ? `today, ${clock(change.time_ms).slice(0, 5)}` : shortDay(change.time_ms, now)}
      </time>
      <Link
        to="/users/$mpid/activity"
        params={{ mpid }}
        search={{ event: `${change.seq}-batch` }}
        title="Open the batch that set it"
        className="trunc"
      >
        {change.input}
      </Link>
    </li>
  );
}
