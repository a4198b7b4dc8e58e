/** How the engine is: running or not, what it takes in, and where it keeps it. */

import { useConnection } from "../../api/connection";
import { useCommand } from "../../api/queries";
import { bytesText, counted, countText } from "../../components/numbers";
import { StatusDot } from "../../components/StatusDot";

export function EngineState({ folded }: { folded: boolean }) {
  const connection = useConnection();
  const { data: status, isError } = useCommand("engine_status", {}, { every: 5000 });
  const down = connection === "down" || isError;
  const words = down ? "Engine not reachable" : status ? "Engine running" : "Connecting";
  const tone = down ? "neg" : status ? "pos" : "neutral";
  return (
    <div className="engine">
      <div className="engine-words" title={folded ? words : undefined}>
        <StatusDot tone={tone} />
        <span className={folded ? "spoken" : "t2"}>{words}</span>
      </div>
      {!folded && status && (
        <>
          <div className="trunc">{down ? "Trying again" : busyness(status)}</div>
          <div className="trunc" title={status.data_name}>
            {status.data_name} · {bytesText(status.data_bytes)}
          </div>
        </>
      )}
    </div>
  );
}

function busyness(status: { events_per_s: number; ingest_p99_ms: number | null; profiles: number }): string {
  if (status.events_per_s < 1) return counted(status.profiles, "profile");
  const rate = `${countText(status.events_per_s)} events/s`;
  return status.ingest_p99_ms === null ? rate : `${rate} · p99 ${countText(status.ingest_p99_ms)} ms`;
}
