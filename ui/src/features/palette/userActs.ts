/** What can be done with one user without opening the profile first. */

import { Activity, Copy, ExternalLink, Pin, PinOff, UserRound } from "lucide-react";
import { inShell } from "../../api/client";
import { copyText } from "../../components/copyText";
import { toast } from "../../components/toasts";
import { pinned, togglePin } from "../../operator/lookups";
import type { PaletteRow } from "./PaletteRows";
import type { PaletteUser } from "./usePaletteUsers";

type Go = (to: "/users/$mpid" | "/users/$mpid/activity", mpid: string) => void;

export function userActs(user: PaletteUser, go: Go): PaletteRow[] {
  const { mpid } = user;
  const isPinned = pinned.get().includes(mpid);
  const row = (key: string, icon: PaletteRow["icon"], name: string, run: () => void): PaletteRow => ({
    key,
    icon,
    name,
    detail: "",
    run,
  });
  return [
    row("open", UserRound, "Open the profile", () => go("/users/$mpid", mpid)),
    row("activity", Activity, "Open the activity", () => go("/users/$mpid/activity", mpid)),
    ...(inShell
      ? []
      : [row("window", ExternalLink, "Open in a new window", () => void window.open(`/users/${mpid}`, "_blank"))]),
    row(
      "copy",
      Copy,
      "Copy the MPID",
      () => void copyText(mpid).then((done) => done && toast({ title: "MPID copied", description: mpid })),
    ),
    row("pin", isPinned ? PinOff : Pin, isPinned ? "Unpin" : "Pin", () =>
      toast({ title: togglePin(mpid) ? "Pinned" : "Unpinned", description: user.name ?? mpid }),
    ),
  ];
}
