/** The lines that a job refused: how many for which reason, and each one. */

import { Download } from "lucide-react";
import { useState } from "react";
import type { ImportJobView } from "../../api/generated/admin";
import type { useCommandPages } from "../../api/queries";
import { Button } from "../../components/Button";
import { ErrorState } from "../../components/ErrorState";
import { FilterChip } from "../../components/FilterChip";
import { SkeletonRows } from "../../components/SkeletonRows";
import { refusedWords } from "./jobWords";
import { RefusedTable } from "./RefusedTable";
import type { RefusedRow } from "./refusedRows";
import { saveRefusedLines } from "./saveRefusedLines";

export interface RefusedLinesProps {
  job: ImportJobView;
  pages: ReturnType<typeof useCommandPages<"import_refusals">>;
  rows: readonly RefusedRow[];
  reason: string | undefined;
  onReason: (reason: string | undefined) => void;
  cursor: string | null;
  onCursor: (key: string) => void;
}

export function RefusedLines({ job, pages, rows, reason, onReason, cursor, onCursor }: RefusedLinesProps) {
  const all = job.reasons.reduce((sum, { count }) => sum + count, 0);
  const total = reason === undefined ? all : (job.reasons.find((one) => one.reason === reason)?.count ?? 0);
  // While lines are still being refused the list has no end to walk to: its first page stays fresh.
  const more = pages.hasNextPage && !pages.isFetching && job.state !== "running";
  return (
    <section className="import-refused" aria-label="Refused lines">
      <div className="section-head">
        <h2>{job.dry_run ? "Would be refused" : "Refused lines"}</h2>
        <span className="section-count">{refusedWords(job)}</span>
        <span className="spring" />
        <ExportButton job={job} />
      </div>
      <div className="import-reasons">
        <FilterChip on={reason === undefined} onClick={() => onReason(undefined)}>
          All
        </FilterChip>
        {job.reasons.map((one) => (
          <FilterChip
            key={one.reason}
            on={one.reason === reason}
            count={one.count}
            onClick={() => onReason(one.reason === reason ? undefined : one.reason)}
          >
            {one.label}
          </FilterChip>
        ))}
      </div>
      {pages.isError ? (
        <ErrorState
          error={pages.error}
          title="The refused lines could not be read"
          onRetry={() => void pages.refetch()}
          busy={pages.isRefetching}
        />
      ) : pages.isPending ? (
        <SkeletonRows says="Reading the refused lines" height={28} bars={[8, 24, 48]} />
      ) : (
        <RefusedTable
          rows={rows}
          total={total}
          cursor={cursor}
          onCursor={onCursor}
          onEndReached={() => more && void pages.fetchNextPage()}
        />
      )}
    </section>
  );
}

function ExportButton({ job }: { job: ImportJobView }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await saveRefusedLines(job.job);
    setBusy(false);
  };
  return (
    <Button icon={Download} busy={busy} onClick={save}>
      Export NDJSON
    </Button>
  );
}
