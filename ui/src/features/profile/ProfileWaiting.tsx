/** The profile while it is read: the head is there, the rows are to come. */

import { Link } from "@tanstack/react-router";
import { SkeletonRows } from "../../components/SkeletonRows";

export function ProfileWaiting({ mpid }: { mpid: string }) {
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
      <div className="profile-waiting">
        <SkeletonRows says="Reading the profile" rows={14} height={28} bars={[12, 30, 16, 10]} />
      </div>
    </div>
  );
}
