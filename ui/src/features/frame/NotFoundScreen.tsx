/** An address that names nothing. */

import { Compass } from "lucide-react";
import { ButtonLink } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { useTitle } from "../../components/title";

export function NotFoundScreen() {
  useTitle("Nothing here");
  return (
    <div className="screen">
      <Empty
        icon={Compass}
        title="Nothing is at this address"
        actions={<ButtonLink to="/users">Go to users</ButtonLink>}
      >
        The address may be cut off, or from another version.
      </Empty>
    </div>
  );
}
