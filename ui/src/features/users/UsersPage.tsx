/** Search for users: what an empty store shows instead is the first run. */

import { lazy, Suspense } from "react";
import { fetched } from "../../api/parts";
import { useCommand } from "../../api/queries";
import { SearchScreen } from "./SearchScreen";

const FirstRunPage = lazy(() =>
  fetched(import("../first-run/FirstRunPage")).then((page) => ({ default: page.FirstRunPage })),
);

export function UsersPage() {
  const { data: status } = useCommand("engine_status", {});
  if (status?.profiles === 0 && status.import_percent === null) {
    return (
      <Suspense>
        <FirstRunPage />
      </Suspense>
    );
  }
  return <SearchScreen />;
}
