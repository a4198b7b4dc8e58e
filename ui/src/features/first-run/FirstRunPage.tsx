/** What an empty store shows: two ways to some data, and nothing to click through. */

import { FileUp, FlaskConical, Upload } from "lucide-react";
import { useCommand } from "../../api/queries";
import { Button } from "../../components/Button";
import { FaultText } from "../../components/FaultText";
import { KeyBar } from "../../components/KeyBar";
import { countText } from "../../components/numbers";
import { Segmented } from "../../components/Segmented";
import { useShortcuts } from "../../components/shortcuts";
import { useTitle } from "../../components/title";
import { DropCover } from "../imports/DropCover";
import { chooseFiles } from "../imports/intake";
import { SampleSizeChoice } from "../imports/SampleSizeChoice";
import { sampleSizes } from "../imports/sampleSizes";
import { useFileDrops } from "../imports/useFileDrops";
import { useReviewFile } from "../imports/useReviewFile";
import { useSampleChoice } from "../imports/useSampleChoice";
import { FirstRunAside } from "./FirstRunAside";
import { useGoWhenUsable } from "./useGoWhenUsable";
import "./first-run.css";

export function FirstRunPage() {
  useTitle("Start");
  const { data: status } = useCommand("engine_status", {});
  const choice = useSampleChoice();
  const review = useReviewFile();
  const hovering = useFileDrops(review, status?.local_files ?? false);
  const usable = useGoWhenUsable();
  const load = () => choice.load(usable.begin);
  const choose = () => void chooseFiles(review);
  const step = (by: 1 | -1) => {
    const next = sampleSizes[sampleSizes.indexOf(choice.size) + by];
    if (next) choice.setSize(next);
  };
  useShortcuts("Start", [
    { keys: "Enter", does: "Load the sample shop", run: load, enabled: !choice.busy },
    { keys: "i", does: "Choose files to import", run: choose },
    { keys: "ArrowUp", does: "Smaller shop", run: () => step(-1) },
    { keys: "ArrowDown", does: "Larger shop", run: () => step(1) },
  ]);
  return (
    <div className="screen">
      <div className="screen-body first-run">
        <div className="first-run-ways">
          <h1>Start with some data</h1>
          <p className="t2">Everything stays on this computer. Do any of these, in any order, now or later.</p>

          <section className="first-run-way">
            <FlaskConical size={16} aria-hidden />
            <div>
              <h2>Load a sample shop</h2>
              <p className="t2">
                An outdoor shop with visits, log-ins, orders and refunds, on the web, phones and tills, up to yesterday.
              </p>
              <SampleSizeChoice size={choice.size} period={choice.period} onChoose={choice.setSize} />
              <div className="first-run-acts">
                <Button
                  kind="primary"
                  icon={FlaskConical}
                  keys={["enter"]}
                  busy={choice.busy || usable.waiting}
                  onClick={load}
                >
                  Load {countText(choice.size.users)} users
                </Button>
                <Segmented
                  label="Period of the shop"
                  value={`${choice.period.days}`}
                  options={choice.periods.map(({ days, words }) => ({ value: `${days}`, words }))}
                  onChoose={choice.setDays}
                />
                <span className="t3 s12">Usable at once; the rest loads behind.</span>
              </div>
              <FaultText>{choice.problem}</FaultText>
            </div>
          </section>

          <section className="first-run-way">
            <FileUp size={16} aria-hidden />
            <div>
              <h2>Import a file</h2>
              <p className="t2">
                Batches of events as NDJSON or JSON; plain, gzip or zstd. You see a dry run before anything is written.
              </p>
              <div className="first-run-drop">
                <Upload size={16} aria-hidden />
                <span>
                  <b>Drop files anywhere</b> <span className="t3">in this window, or</span>
                </span>
                <Button keys={["i"]} onClick={choose}>
                  Choose files
                </Button>
              </div>
            </div>
          </section>
        </div>
        <FirstRunAside />
      </div>
      {hovering && <DropCover />}
      <KeyBar
        keys={[
          { keys: ["ArrowUp", "ArrowDown"], does: "size" },
          { keys: ["enter"], does: "load" },
          { keys: ["i"], does: "import" },
          { keys: ["mod", "k"], does: "anything else" },
          { keys: ["?"], does: "keys" },
        ]}
      >
        back here any time: Load sample data, in the palette
      </KeyBar>
    </div>
  );
}
