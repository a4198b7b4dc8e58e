/** How far a job is, with its rate drawn above the part that is done. */

import type { ImportJobView } from "../../api/generated/admin";
import { Progress } from "../../components/Progress";
import { doneShare } from "./jobWords";
import { curveHeight, curveWidth, rateCurve } from "./rateCurve";

const TONES = { running: "accent", paused: "warn", done: "accent", cancelled: "warn", failed: "neg" } as const;

export function RateProgress({ job }: { job: ImportJobView }) {
  const share = doneShare(job);
  const curve = rateCurve(job.rates, share ?? 1);
  return (
    <div className={`import-progress ${curve ? "" : "import-progress-flat"}`}>
      {curve && (
        <svg
          className="import-rates"
          viewBox={`0 0 ${curveWidth} ${curveHeight}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className="import-rates-area" d={curve.area} />
          <path className="import-rates-line" d={curve.line} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      <Progress
        label={`Progress of ${job.name}`}
        value={share === undefined ? null : share * 100}
        max={100}
        tone={TONES[job.state]}
      />
    </div>
  );
}
