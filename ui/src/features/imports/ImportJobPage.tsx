/** One import: what came of it, and every line that it refused. */

import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FileCheck, FileX } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { ImportJobView } from "../../api/generated/admin";
import { useCommand, useCommandPages } from "../../api/queries";
import { ButtonLink } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { ErrorState } from "../../components/ErrorState";
import { KeyBar } from "../../components/KeyBar";
import { SkeletonRows } from "../../components/SkeletonRows";
import { SplitPane } from "../../components/SplitPane";
import { useShortcuts } from "../../components/shortcuts";
import { useTitle } from "../../components/title";
import { JobBlock } from "./JobBlock";
import { RefusedLine } from "./RefusedLine";
import { RefusedLines } from "./RefusedLines";
import { refusedRows } from "./refusedRows";
import { saveRefusedLines } from "./saveRefusedLines";
import { sourceText } from "./sourceAddress";
import { useJobActs } from "./useJobActs";
import "./imports.css";

/** Refused lines a page. */
const PAGE = 200;

export function ImportJobPage() {
  const { job: id } = useParams({ from: "/imports/$job" });
  const list = useCommand("imports_list", {});
  const job = list.data?.jobs.find((one) => one.job === id);
  useTitle(job?.name ?? "Import");
  if (job) return <Job key={job.job} job={job} />;
  return (
    <div className="screen">
      <JobHead name={`Import ${id}`} />
      {list.isError ? (
        <ErrorState
          error={list.error}
          title="The import could not be read"
          onRetry={() => void list.refetch()}
          busy={list.isRefetching}
        />
      ) : list.isPending ? (
        <SkeletonRows says="Reading the import" height={28} />
      ) : (
        <Empty icon={FileX} title="No such import" actions={<ButtonLink to="/imports">All imports</ButtonLink>}>
          There is no import {id} in this store, or it is older than the 200 that are listed.
        </Empty>
      )}
    </div>
  );
}

function Job({ job }: { job: ImportJobView }) {
  const { reason } = useSearch({ from: "/imports/$job" });
  const navigate = useNavigate({ from: "/imports/$job" });
  const acts = useJobActs();
  const [picked, setPicked] = useState<string | null>(null);
  const [lineOpen, setLineOpen] = useState(false);
  const refused = job.reasons.length > 0;
  const pages = useCommandPages(
    "import_refusals",
    { job: job.job, reason: reason ?? null, limit: PAGE },
    { enabled: refused, keep: true },
  );
  const rows = refusedRows(pages.data?.pages ?? []);
  const at = rows.find((row) => row.key === picked) ?? rows[0];
  const onReason = (next: string | undefined) => {
    setPicked(null);
    void navigate({ search: next === undefined ? {} : { reason: next }, replace: true });
  };
  const canPause = job.state === "running" || job.state === "paused";
  useShortcuts("Import", [
    { keys: "e", does: "Export the refused lines", run: () => void saveRefusedLines(job.job), enabled: refused },
    {
      keys: "p",
      does: "Pause or resume",
      run: () => (job.state === "running" ? acts.pause(job) : acts.resume(job)),
      enabled: canPause,
    },
    { keys: "space", does: "Show the line", run: () => setLineOpen(!lineOpen), enabled: refused },
    { keys: "Escape", does: "All imports", run: () => void navigate({ to: "/imports" }) },
  ]);
  return (
    <div className="screen">
      <JobHead name={job.name}>
        <span className="spring" />
        {job.dry_run && job.source && (
          <ButtonLink to="/imports" search={{ file: sourceText(job.source), dry: job.job }} icon={FileCheck}>
            Review and import
          </ButtonLink>
        )}
      </JobHead>
      <SplitPane
        name="import-line"
        label="Refused line"
        width={[424, 520]}
        min={320}
        overlayOpen={lineOpen}
        onOverlayClose={() => setLineOpen(false)}
        pane={refused && at && <RefusedLine refusal={at.refusal} reason={labelOf(job, at.refusal.reason)} />}
      >
        <JobBlock job={job} acts={acts} />
        {refused ? (
          <RefusedLines
            job={job}
            pages={pages}
            rows={rows}
            reason={reason}
            onReason={onReason}
            cursor={at?.key ?? null}
            onCursor={setPicked}
          />
        ) : (
          <p className="import-nothing-refused t3">
            {job.state === "running" ? "No line was refused so far." : "No line was refused."}
          </p>
        )}
      </SplitPane>
      <KeyBar
        keys={[
          ...(refused
            ? [
                { keys: ["arrowup", "arrowdown"], does: "line" },
                { keys: ["e"], does: "export" },
              ]
            : []),
          ...(canPause ? [{ keys: ["p"], does: "pause or resume" }] : []),
          { keys: ["escape"], does: "all imports" },
          { keys: ["?"], does: "keys" },
        ]}
      />
    </div>
  );
}

function labelOf(job: ImportJobView, reason: string): string {
  return job.reasons.find((one) => one.reason === reason)?.label ?? reason;
}

/** Stands also while the import is read, and when it cannot be: it leads back. */
function JobHead({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <div className="screen-head">
      <nav aria-label="Way here" className="import-way">
        <Link to="/imports" className="t3">
          Imports
        </Link>
        <span className="t3" aria-hidden>
          /
        </span>
      </nav>
      <h1 className="trunc">{name}</h1>
      {children}
    </div>
  );
}
