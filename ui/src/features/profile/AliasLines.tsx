/** Whose events are shown on whose timeline: a line for each alias of the user, with the other user and a way back. */

import { Link } from "@tanstack/react-router";
import { Link2, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import type { AliasView, ProfileView } from "../../api/generated/admin";
import { useAct } from "../../api/queries";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { useNow } from "../../components/now";
import { toast } from "../../components/toasts";
import "./aliases.css";
import { aliasWords, canUndo } from "./aliasWords";

export function AliasLines({ profile }: { profile: ProfileView }) {
  const [asking, setAsking] = useState<AliasView>();
  const undo = useAct("alias_undo");
  const keep = useRef<HTMLButtonElement>(null);
  if (profile.aliases.length === 0) return null;
  const takeBack = (alias: AliasView) =>
    undo.mutate(
      { mpid: profile.mpid, alias: alias.alias },
      {
        onSuccess: () => toast({ title: "Alias taken back" }),
        onError: (fault) => toast({ title: "The alias was not taken back", description: fault.message, kind: "error" }),
        onSettled: () => setAsking(undefined),
      },
    );
  return (
    <ul className="alias-lines" aria-label="Aliases">
      {profile.aliases.map((alias) => (
        <AliasLine key={alias.alias} alias={alias} onUndo={() => setAsking(alias)} />
      ))}
      <Dialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        keepOpen
        focus={keep}
        title="Take this alias back?"
        actions={
          <>
            <Button ref={keep} keys={["Escape"]} onClick={() => setAsking(undefined)}>
              Keep it
            </Button>
            <Button kind="danger" icon={Undo2} busy={undo.isPending} onClick={() => asking && takeBack(asking)}>
              Take it back
            </Button>
          </>
        }
      >
        <p>The copied events leave the timeline that they were copied to; their own user keeps them.</p>
      </Dialog>
    </ul>
  );
}

function AliasLine({ alias, onUndo }: { alias: AliasView; onUndo: () => void }) {
  const words = aliasWords(alias, useNow());
  return (
    <li className="alias-line">
      <Link2 size={14} aria-hidden className="t3" />
      <span>
        {words.before}{" "}
        <Link to="/users/$mpid" params={{ mpid: alias.mpid }} className="id">
          {alias.mpid}
        </Link>
        {words.after.startsWith(":") ? words.after : ` ${words.after}`}
      </span>
      {canUndo(alias) && (
        <Button kind="ghost" onClick={onUndo}>
          Undo…
        </Button>
      )}
    </li>
  );
}
