/** The command palette: find a user or do something, from anywhere. */

import { Dialog } from "@base-ui/react/dialog";
import { useNavigate } from "@tanstack/react-router";
import { Search, UserRound } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { inShell } from "../../api/client";
import { useHeldEnter } from "../../components/heldEnter";
import { Kbd } from "../../components/Kbd";
import { countText } from "../../components/numbers";
import { Time } from "../../components/Time";
import { fittingActions, readPaletteText } from "./actions";
import { type PaletteGroup, type PaletteRow, PaletteRows, rowId } from "./PaletteRows";
import { usePaletteActions } from "./usePaletteActions";
import { type PaletteUser, usePaletteUsers } from "./usePaletteUsers";
import { userActs } from "./userActs";
import "./palette.css";

const LIST = "palette-rows";
const ACTIONS_MAX = 6;

export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-scrim" />
        <Dialog.Popup className="palette" aria-label="Command palette" initialFocus={box}>
          <PaletteBody onClose={onClose} box={box} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ onClose, box }: { onClose: () => void; box: React.RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [cursor, setCursor] = useState(0);
  /** The user whose acts are shown. */
  const [about, setAbout] = useState<PaletteUser>();
  const { actionsOnly, query } = readPaletteText(text);
  const found = usePaletteUsers(query, !actionsOnly && about === undefined);
  const actions = usePaletteActions();

  const show = (user: PaletteUser | undefined) => {
    setAbout(user);
    setText("");
    setCursor(0);
  };
  const groups: PaletteGroup[] = about ? actGroups(about) : foundGroups();
  const rows = groups.flatMap((group) => group.rows);
  const at = Math.min(cursor, rows.length - 1);

  const run = (row: PaletteRow, event: { ctrlKey: boolean; metaKey: boolean }) => {
    onClose();
    row.run(event);
  };
  const early = useHeldEnter(query, found.waiting, (press) => found.results && rows[0] && run(rows[0], press));
  const keys = (event: KeyboardEvent) => {
    const row = rows[at];
    if (event.key !== "Enter") early.drop();
    if (event.key === "ArrowDown") setCursor(rows.length === 0 ? 0 : (at + 1) % rows.length);
    else if (event.key === "ArrowUp") setCursor(rows.length === 0 ? 0 : (at - 1 + rows.length) % rows.length);
    // A row that was moved to is meant as it stands, the first one is that of the answer to come.
    else if (event.key === "Enter" && found.waiting && at === 0) early.hold(event);
    else if (event.key === "Enter" && row) run(row, event);
    else if (event.key === "Tab" && !event.shiftKey && row?.more) row.more();
    else if (about && (event.key === "Escape" || (event.key === "Backspace" && text === ""))) show(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div className="palette-box">
        <Search size={16} aria-hidden />
        {about && <span className="chip chip-accent">{about.name ?? about.mpid}</span>}
        <input
          ref={box}
          role="combobox"
          aria-label={about ? "Find an act" : "Find a user or an action"}
          aria-expanded
          aria-controls={LIST}
          aria-activedescendant={rows[at] ? rowId(LIST, rows[at].key) : undefined}
          placeholder={about ? "What to do" : "Search users, or jump to…"}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCursor(0);
          }}
          onKeyDown={keys}
        />
        {found.results && (
          <span className="s12 t3 tabular">
            {countText(found.results.exact + found.results.prefix + found.results.infix)} in{" "}
            {Math.max(1, Math.round(found.results.took_us / 1000))} ms
          </span>
        )}
        <Kbd keys={["Escape"]} />
      </div>
      <div className={found.stale ? "palette-body stale" : "palette-body"}>
        {rows.length === 0 ? (
          <p className="palette-nothing">Nothing matches “{query}”.</p>
        ) : (
          <PaletteRows id={LIST} groups={groups} cursor={at} query={query} onRun={run} onPoint={setCursor} />
        )}
      </div>
      <div className="palette-foot" aria-hidden>
        <span>
          <Kbd keys={["ArrowUp", "ArrowDown"]} /> move
        </span>
        <span>
          <Kbd keys={["enter"]} /> open
        </span>
        {about ? (
          <span>
            <Kbd keys={["Escape"]} /> back
          </span>
        ) : (
          <span>
            <Kbd keys={["tab"]} /> actions for this user
          </span>
        )}
        {!about && (
          <span>
            <Kbd keys={[">"]} /> only actions
          </span>
        )}
      </div>
    </>
  );

  function go(to: "/users/$mpid" | "/users/$mpid/activity", mpid: string) {
    void navigate({ to, params: { mpid } });
  }

  function actGroups(user: PaletteUser): PaletteGroup[] {
    const acts = userActs(user, go).filter((act) => act.name.toLowerCase().includes(query.toLowerCase()));
    return acts.length === 0 ? [] : [{ title: "Actions for this user", rows: acts }];
  }

  function foundGroups(): PaletteGroup[] {
    const users = found.users.map(
      (user): PaletteRow => ({
        key: user.key,
        icon: UserRound,
        name: user.name ?? "Anonymous",
        faint: user.name === null,
        detail: user.detail,
        aside: user.former ? ", former" : "",
        right: <Time ms={user.lastSeenMs} />,
        run: (event) =>
          (event.ctrlKey || event.metaKey) && !inShell
            ? void window.open(`/users/${user.mpid}`, "_blank")
            : go("/users/$mpid", user.mpid),
        more: () => show(user),
      }),
    );
    const fitting = fittingActions(actions, query).slice(0, query === "" && !actionsOnly ? ACTIONS_MAX : 20);
    const acts = fitting.map(
      (action): PaletteRow => ({
        key: action.id,
        icon: action.icon,
        name: action.words,
        detail: action.detail,
        keys: action.keys,
        run: action.run,
      }),
    );
    if (query !== "" && !actionsOnly) {
      acts.push({
        key: "search",
        icon: Search,
        name: `Search “${query}” in users`,
        detail: "All matches",
        run: () => void navigate({ to: "/users", search: { q: query } }),
      });
    }
    const total = found.results ? { count: countText(found.results.users) } : {};
    return [
      { title: found.title, rows: users, ...total },
      { title: "Actions", rows: acts },
    ].filter((group) => group.rows.length > 0);
  }
}
