/** A screen that broke, or that could not be fetched: the rest of the program goes on. */

import { useEffect, useRef, useState } from "react";
import { call } from "../../api/client";
import { useConnection } from "../../api/connection";
import { problemFrom } from "../../api/problem";
import { ErrorState } from "../../components/ErrorState";

export function CrashScreen({ error, reset }: { error: unknown; reset: () => void }) {
  const unreachable = problemFrom(error).problem.code === "unreachable";
  return (
    <div className="screen">
      {unreachable ? (
        <UnfetchedScreen error={error} />
      ) : (
        <ErrorState error={error} title="This screen cannot be shown" onRetry={reset} />
      )}
    </div>
  );
}

/** A part that failed once stays failed, so the page begins anew, but only when somebody is there to give it out. */
function UnfetchedScreen({ error }: { error: unknown }) {
  const [asking, setAsking] = useState(false);
  const connection = useConnection();
  const before = useRef(connection);
  useEffect(() => {
    if (before.current === "down" && connection === "up") location.reload();
    before.current = connection;
  }, [connection]);

  const retry = async () => {
    setAsking(true);
    try {
      await call("engine_status", {});
      location.reload();
    } catch {
      setAsking(false);
    }
  };
  return <ErrorState error={error} onRetry={() => void retry()} busy={asking} />;
}
