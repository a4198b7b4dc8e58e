/** The pane of a file under review: what it looks like, what an import would do, and the import. */

import { FileJson } from "lucide-react";
import type { ImportSource } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { Chip } from "../../components/Chip";
import { ErrorState } from "../../components/ErrorState";
import { Notice } from "../../components/Notice";
import { bytesText } from "../../components/numbers";
import { SkeletonRows } from "../../components/SkeletonRows";
import { useWorkspace } from "../../operator/workspace";
import { DryRunFigures } from "./DryRunFigures";
import { FirstLines } from "./FirstLines";
import { ReviewFoot } from "./ReviewFoot";
import { sourceName } from "./sourceAddress";
import { useDryRun } from "./useDryRun";
import "./review.css";

export interface ReviewProps {
  source: ImportSource;
  /** The dry run that the address names. */
  dry: string | undefined;
  onDry: (job: string) => void;
  onImported: (job: string) => void;
  onDiscard: () => void;
}

export function Review({ source, dry, onDry, onImported, onDiscard }: ReviewProps) {
  const preview = useCommand("import_preview", { source }, { fixed: true });
  const { workspace } = useWorkspace();
  const file = preview.data;
  const empty = file !== undefined && file.rows.length === 0;
  const run = useDryRun({
    source,
    workspace: workspace?.id,
    ready: file !== undefined && !empty,
    named: dry,
    onStart: onDry,
  });
  return (
    <>
      <div className="import-pane-head">
        <FileJson size={14} aria-hidden />
        <h2 className="trunc">{file?.name ?? sourceName(source)}</h2>
        {file && (
          <span className="section-count trunc">
            {bytesText(file.bytes)} {file.format}
            {file.compression === "plain" ? "" : `, ${file.compression}`}
          </span>
        )}
        <span className="spring" />
        {file && <Chip tone="info">Dry run</Chip>}
      </div>
      <div className="review-body">
        {preview.isError && (
          <ErrorState
            error={preview.error}
            title="The file could not be read"
            onRetry={() => void preview.refetch()}
            busy={preview.isRefetching}
          />
        )}
        {preview.isPending && <SkeletonRows says="Reading the beginning of the file" height={28} bars={[8, 40, 10]} />}
        {run.error && <ErrorState error={run.error} title="The dry run could not be started" onRetry={run.again} />}
        {empty && (
          <div className="review-note">
            <Notice tone="warn">The file is empty: there is nothing to import.</Notice>
          </div>
        )}
        {run.job && <DryRunFigures job={run.job} />}
        {file && !empty && <FirstLines rows={file.rows} />}
      </div>
      <ReviewFoot
        source={source}
        workspace={workspace?.id}
        job={run.job}
        onAgain={run.again}
        onImported={onImported}
        onDiscard={onDiscard}
      />
    </>
  );
}
