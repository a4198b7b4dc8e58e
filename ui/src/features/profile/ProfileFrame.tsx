/** The page of a profile that is not there yet, or cannot be: the way back and the MPID stand in the head. */

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

export function ProfileFrame({ mpid, children }: { mpid: string; children: ReactNode }) {
  return (
    <div className="screen">
      <div className="profile-head">
        <Link to="/users" className="t3">
          Users
        </Link>
        <span className="t3" aria-hidden>
          /
        </span>
        <h1 className="id">{mpid}</h1>
      </div>
      <div className="profile-instead">{children}</div>
    </div>
  );
}
