/** Imports: files come in, one is under review, others run or have run. */

import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileUp, FlaskConical } from "lucide-react";
import { useState } from "react";
import type { ImportSource } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { Button } from "../../components/Button";
import { KeyBar } from "../../components/KeyBar";
import { SplitPane } from "../../components/SplitPane";
import { useShortcuts } from "../../components/shortcuts";
import { useTitle } from "../../components/title";
import { DropCover } from "./DropCover";
import { ImportsList } from "./ImportsList";
import { chooseFiles, shelf, useShelf } from "./intake";
import { summaryWords } from "./jobWords";
import { Review } from "./Review";
import { SampleDialog } from "./SampleDialog";
import { sourceOf, sourceText } from "./sourceAddress";
import { useFileDrops } from "./useFileDrops";
import { useJobActs } from "./useJobActs";
import "./imports.css";

export function ImportsPage() {
  useTitle("Imports");
  const address = useSearch({ from: "/imports" });
  const navigate = useNavigate({ from: "/imports" });
  const [sampleOpen, setSampleOpen] = useState(false);
  const { data: status } = useCommand("engine_status", {});
  const list = useCommand("imports_list", {});
  const files = useShelf();
  const acts = useJobActs();

  const localFiles = status?.local_files ?? false;
  const source = sourceOf(address.file);
  const jobs = list.data?.jobs ?? [];
  const toReview = new Set(files.map((file) => file.key)).size + (source && !onShelf() ? 1 : 0);

  function onShelf(): boolean {
    return files.some((file) => file.key === address.file);
  }
  const review = (next: ImportSource) => {
    const file = shelf.put(next);
    void navigate({ search: ({ runs }) => ({ ...(runs ? { runs } : {}), file }) });
  };
  /** The next file that waits, or none. */
  const goOn = (taken: ImportSource): boolean => {
    shelf.remove(sourceText(taken));
    const next = shelf.snapshot().find((file) => file.place.at === "ready");
    if (next?.place.at === "ready") review(next.place.source);
    else void navigate({ search: ({ runs }) => (runs ? { runs } : {}) });
    return next !== undefined;
  };
  const close = () => void navigate({ search: ({ runs }) => (runs ? { runs } : {}) });
  const hovering = useFileDrops(review, localFiles);

  const held = jobs.find((job) => job.state === "running") ?? jobs.find((job) => job.state === "paused");
  useShortcuts("Imports", [
    { keys: "i", does: "Choose files", run: () => void chooseFiles(review) },
    { keys: "l", does: "Load sample data", run: () => setSampleOpen(true) },
    {
      keys: "p",
      does: "Pause or resume",
      run: () => held && (held.state === "running" ? acts.pause(held) : acts.resume(held)),
      enabled: held !== undefined,
    },
    { keys: "Escape", does: "Close the review", run: close, enabled: source !== undefined },
  ]);

  return (
    <div className="screen">
      <div className="screen-head">
        <h1>Imports</h1>
        <span className="t3 s12">{summaryWords(jobs, toReview)}</span>
        <span className="spring" />
        <Button icon={FlaskConical} onClick={() => setSampleOpen(true)}>
          Load sample data
        </Button>
        <Button kind="primary" icon={FileUp} onClick={() => void chooseFiles(review)}>
          Choose files
        </Button>
      </div>
      <SplitPane
        name="import-review"
        label="Review"
        width={[424, 520]}
        min={360}
        overlayOpen={source !== undefined}
        onOverlayClose={close}
        pane={
          source && (
            <Review
              key={sourceText(source)}
              source={source}
              dry={address.dry}
              onDry={(dry) => void navigate({ search: (before) => ({ ...before, dry }), replace: true })}
              onImported={(job) => {
                if (!goOn(source)) void navigate({ to: "/imports/$job", params: { job } });
              }}
              onDiscard={() => goOn(source)}
            />
          )
        }
      >
        <ImportsList
          list={list}
          files={files}
          address={address}
          acts={acts}
          localFiles={localFiles}
          review={review}
          onSample={() => setSampleOpen(true)}
        />
      </SplitPane>
      <KeyBar
        keys={[
          ...(jobs.length > 0
            ? [
                { keys: ["arrowup", "arrowdown"], does: "move" },
                { keys: ["enter"], does: "open" },
              ]
            : []),
          { keys: ["i"], does: "choose files" },
          { keys: ["l"], does: "load sample data" },
          ...(held ? [{ keys: ["p"], does: "pause or resume" }] : []),
          ...(source ? [{ keys: ["escape"], does: "close the review" }] : []),
          { keys: ["?"], does: "keys" },
        ]}
      />
      {hovering && <DropCover />}
      <SampleDialog open={sampleOpen} onClose={() => setSampleOpen(false)} />
    </div>
  );
}
