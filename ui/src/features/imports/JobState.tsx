/** Where a job stands: a dot and the word. */

import type { ImportState } from "../../api/generated/admin";
import { StatusDot } from "../../components/StatusDot";
import { stateTones, stateWords } from "./jobWords";

export function JobState({ state }: { state: ImportState }) {
  return (
    <span className="import-state">
      <StatusDot tone={stateTones[state]} />
      {stateWords[state]}
    </span>
  );
}
