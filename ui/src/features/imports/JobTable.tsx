/** Imports that have ended, the latest first. */

import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ImportJobView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { duration } from "../../components/clock";
import { FilterChip } from "../../components/FilterChip";
import { countText } from "../../components/numbers";
import { useShortcuts } from "../../components/shortcuts";
import { Time } from "../../components/Time";
import { VirtualList, type VirtualListHandle } from "../../components/VirtualList";
import { Cell } from "./Cell";
import { JobState } from "./JobState";
import { tookMs } from "./jobWords";

export function JobTable({ jobs, dryRuns }: { jobs: readonly ImportJobView[]; dryRuns: boolean }) {
  const navigate = useNavigate({ from: "/imports" });
  const [cursor, setCursor] = useState<string | null>(null);
  const list = useRef<VirtualListHandle>(null);
  const dry = jobs.filter((job) => job.dry_run).length;
  const shown = dryRuns ? jobs : jobs.filter((job) => !job.dry_run);
  const intoList = () => {
    list.current?.focus();
    setCursor((before) => before ?? shown[0]?.job ?? null);
  };
  useShortcuts("Imports", [
    { keys: "ArrowDown", does: "Into the list", run: intoList },
    { keys: "Enter", does: "Open the import" },
  ]);
  return (
    <section className="imports-past" aria-label="Earlier imports">
      <div className="section-head">
        <h2>Earlier imports</h2>
        <span className="section-count">{countText(jobs.length - dry)}</span>
        <span className="spring" />
        {dry > 0 && (
          <FilterChip
            on={dryRuns}
            count={dry}
            onClick={() =>
              void navigate({
                search: ({ runs, ...rest }) => (runs ? rest : { ...rest, runs: true as const }),
                replace: true,
              })
            }
          >
            Dry runs
          </FilterChip>
        )}
      </div>
      <div className="cols-head" aria-hidden>
        <span>State</span>
        <span>File</span>
        <span className="num">Accepted</span>
        <span className="num">Refused</span>
        <span className="num imports-vast">In part</span>
        <span className="num imports-vast">Here before</span>
        <span className="num imports-roomy">Events</span>
        <span className="num imports-roomy">New profiles</span>
        <span className="num imports-vast">Updated</span>
        <span className="num imports-vast">Lines</span>
        <span className="num imports-roomy">Took</span>
        <span className="num">Started</span>
      </div>
      <VirtualList
        ref={list}
        id="import-jobs"
        role="grid"
        label="Earlier imports"
        items={shown}
        itemKey={(job) => job.job}
        height={() => 28}
        cursor={cursor}
        onCursor={(job) => setCursor(job.job)}
        onOpen={(job) => void navigate({ to: "/imports/$job", params: { job: job.job } })}
        render={(job) => <Cells job={job} />}
      />
    </section>
  );
}

function Cells({ job }: { job: ImportJobView }) {
  const took = job.finished_ms === null ? "–" : tookWords(tookMs(job, job.finished_ms));
  return (
    <div className="cols-row compact" role="presentation">
      <Cell>
        <JobState state={job.state} />
      </Cell>
      <Cell className="medium">
        {job.name} {job.dry_run && <Chip tone="info">Dry run</Chip>}
      </Cell>
      <Count count={job.accepted} />
      <Cell className={job.refused > 0 ? "num neg" : "num t3"}>{countText(job.refused)}</Cell>
      <Count count={job.remarks} place="vast" />
      <Count count={job.duplicates} place="vast" />
      <Count count={job.events} place="roomy" />
      <Count count={job.created} place="roomy" />
      <Count count={job.updated} place="vast" />
      <Count count={job.lines} place="vast" />
      <Cell className="num t2 imports-roomy">{took}</Cell>
      <Cell className="num t2">
        <Time ms={job.started_ms} />
      </Cell>
    </div>
  );
}

/** `roomy` and `vast`: only where the list is wide, and very wide. */
function Count({ count, place }: { count: number; place?: "roomy" | "vast" }) {
  return (
    <Cell className={`num ${count === 0 ? "t3" : ""} ${place ? `imports-${place}` : ""}`}>{countText(count)}</Cell>
  );
}

function tookWords(ms: number): string {
  return ms < 1000 ? "under 1 s" : duration(ms);
}
