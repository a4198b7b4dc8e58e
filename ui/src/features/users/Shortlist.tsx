/** Pinned users and recent look-ups, one line each. */

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { UserLineView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { Kbd } from "../../components/Kbd";
import { Known } from "../../components/Known";
import { Time } from "../../components/Time";
import { pinned, recent } from "../../operator/lookups";

/** Both lists as the engine knows them now; users that are gone are left out. */
export function useShortlists() {
  const pins = pinned.use();
  const looked = recent.use().filter((mpid) => !pins.includes(mpid));
  const mpids = [...pins, ...looked];
  const { data } = useCommand("users_peek", { mpids }, { enabled: mpids.length > 0, keep: true });
  const byMpid = new Map(data?.users.map((user) => [user.mpid, user]));
  const lines = (wanted: readonly string[]) => wanted.flatMap((mpid) => byMpid.get(mpid) ?? []);
  return { pinned: lines(pins), recent: lines(looked) };
}

export function Shortlists() {
  const lists = useShortlists();
  return (
    <>
      <Shortlist title="Pinned" users={lists.pinned} keys={["p"]} />
      <Shortlist title="Recent look-ups" users={lists.recent} />
    </>
  );
}

interface ShortlistProps {
  title: ReactNode;
  users: readonly UserLineView[];
  keys?: readonly string[];
}

function Shortlist({ title, users, keys }: ShortlistProps) {
  if (users.length === 0) return null;
  return (
    <section className="users-short">
      <h3 className="users-sub">
        {title}
        {keys && <Kbd keys={keys} />}
      </h3>
      <ul>
        {users.map((user) => (
          <li key={user.mpid}>
            <Link to="/users/$mpid" params={{ mpid: user.mpid }} className="users-short-row">
              <Known known={user.known} />
              <span className={user.name === null ? "t3" : "medium trunc"}>{user.name ?? "Anonymous"}</span>
              <span className="trunc t3 spring">{user.identity ?? user.mpid}</span>
              <Time className="t3 s11" ms={user.last_seen_ms} form="short" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
