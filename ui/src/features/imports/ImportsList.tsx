/** The left side of the imports: where files come in, what waits, what runs, what has run. */

import { Link } from "@tanstack/react-router";
import { FileUp, FlaskConical, Upload } from "lucide-react";
import type { ImportListView } from "../../api/generated/admin";
import type { useCommand } from "../../api/queries";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { ErrorState } from "../../components/ErrorState";
import { SkeletonRows } from "../../components/SkeletonRows";
import { DropStrip } from "./DropStrip";
import type { ImportsAddress } from "./importsAddress";
import { chooseFiles, type Review } from "./intake";
import { JobBlock } from "./JobBlock";
import { JobTable } from "./JobTable";
import { isUnfinished } from "./jobWords";
import { ShelfRows } from "./ShelfRows";
import type { ShelvedFile } from "./shelf";
import type { JobActs } from "./useJobActs";

export interface ImportsListProps {
  list: ReturnType<typeof useCommand<"imports_list">>;
  files: readonly ShelvedFile[];
  address: ImportsAddress;
  acts: JobActs;
  localFiles: boolean;
  review: Review;
  onSample: () => void;
}

export function ImportsList({ list, files, address, acts, localFiles, review, onSample }: ImportsListProps) {
  return (
    <div className="imports-list">
      <DropStrip localFiles={localFiles} review={review} />
      <ShelfRows files={files} current={address.file} review={review} />
      {list.data ? (
        <Jobs view={list.data} address={address} acts={acts}>
          {files.length === 0 && address.file === undefined && (
            <Empty
              icon={Upload}
              title="No imports yet"
              actions={
                <>
                  <Button icon={FileUp} keys={["i"]} onClick={() => void chooseFiles(review)}>
                    Choose files
                  </Button>
                  <Button icon={FlaskConical} keys={["l"]} onClick={onSample}>
                    Load sample data
                  </Button>
                </>
              }
            >
              An import reads batches from a file and folds them into profiles. Start with a file, or with a made-up
              shop.
            </Empty>
          )}
        </Jobs>
      ) : list.isError ? (
        <ErrorState
          error={list.error}
          title="The imports could not be read"
          onRetry={() => void list.refetch()}
          busy={list.isRefetching}
        />
      ) : (
        <SkeletonRows says="Reading the imports" height={28} bars={[8, 30, 10, 8, 10]} />
      )}
    </div>
  );
}

interface JobsProps {
  view: ImportListView;
  address: ImportsAddress;
  acts: JobActs;
  /** Stands there when there is no job. */
  children: React.ReactNode;
}

function Jobs({ view, address, acts, children }: JobsProps) {
  // The dry run under review has its place in the pane.
  const active = view.jobs.filter((job) => isUnfinished(job) && job.job !== address.dry);
  const past = view.jobs.filter((job) => !isUnfinished(job));
  if (active.length === 0 && past.length === 0) return children;
  return (
    <>
      {active.length > 0 && (
        <div className="imports-active">
          {active.map((job) => (
            <JobBlock key={job.job} job={job} acts={acts}>
              <Link to="/imports/$job" params={{ job: job.job }} className="import-name">
                {job.name}
              </Link>
            </JobBlock>
          ))}
        </div>
      )}
      {past.length > 0 && <JobTable jobs={past} dryRuns={address.runs ?? false} />}
    </>
  );
}
