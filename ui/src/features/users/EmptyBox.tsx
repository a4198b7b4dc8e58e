/** Under an empty box: pinned users, recent look-ups, or how to begin. */

import { Users } from "lucide-react";
import { Empty } from "../../components/Empty";
import { Shortlists, useShortlists } from "./Shortlist";

export function EmptyBox() {
  const lists = useShortlists();
  if (lists.pinned.length === 0 && lists.recent.length === 0) {
    return (
      <Empty icon={Users} title="Find anybody by any piece of an identity">
        The middle of an email will do, or the end of a phone number. Users that you open or pin stand here the next
        time.
      </Empty>
    );
  }
  return (
    <div className="users-empty-box">
      <Shortlists />
    </div>
  );
}
