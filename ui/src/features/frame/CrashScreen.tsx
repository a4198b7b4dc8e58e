/** A screen that broke: the rest of the program goes on. */

import { ErrorState } from "../../components/ErrorState";

export function CrashScreen({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className="screen">
      <ErrorState error={error} title="This screen cannot be shown" onRetry={reset} />
    </div>
  );
}
