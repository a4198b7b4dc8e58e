/** One box, results as one types, and a preview that follows the cursor. */

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Upload } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { inShell } from "../../api/client";
import { useCommand } from "../../api/queries";
import { ButtonLink } from "../../components/Button";
import { copyText } from "../../components/copyText";
import { useHeldEnter } from "../../components/heldEnter";
import { KeyBar } from "../../components/KeyBar";
import { useMediaQuery } from "../../components/mediaQuery";
import { counted } from "../../components/numbers";
import { SplitPane } from "../../components/SplitPane";
import { useSettled } from "../../components/settled";
import { useShortcuts } from "../../components/shortcuts";
import { useTitle } from "../../components/title";
import { toast } from "../../components/toasts";
import type { VirtualListHandle } from "../../components/VirtualList";
import { type Environment, environment } from "../../operator/environment";
import { togglePin } from "../../operator/lookups";
import { Results } from "./Results";
import { SearchBox } from "./SearchBox";
import { Shortlists } from "./Shortlist";
import type { Advice } from "./searchAdvice";
import { UserPreview } from "./UserPreview";
import { useResultCursor } from "./useResultCursor";
import type { UsersAddress } from "./usersAddress";
import { useTypedText } from "./useTypedText";
import { useUserSearch } from "./useUserSearch";
import "./users.css";

const LIST = "users-results";

/** How many users there are to search in this environment. */
function useProfileCount(): number | undefined {
  const { data } = useCommand("storage_get", {});
  return environment.use() === "production" ? data?.production_profiles : data?.development_profiles;
}

export function SearchScreen() {
  const profiles = useProfileCount();
  const narrow = useMediaQuery("(max-width: 1151px)");
  const navigate = useNavigate();
  const address = useSearch({ from: "/users" });
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<VirtualListHandle>(null);
  const [overlay, setOverlay] = useState(false);
  const setAddress = (search: UsersAddress) => navigate({ to: "/users", search, replace: true });
  const withQuery = ({ q: _before, ...rest }: UsersAddress, q: string) => (q.trim() === "" ? rest : { ...rest, q });
  const { text, setText, settle } = useTypedText(address.q ?? "", (q) => void setAddress(withQuery(address, q)));
  const found = useUserSearch(withQuery(address, text));
  const at = useResultCursor(found.rows, found.query);
  const seen = useSettled(at.hit, 60);
  useTitle(found.query === "" ? "Users" : `${found.query} – Users`);

  const comeBack = useEffectEvent(() => {
    if (at.cursor !== null) list.current?.scrollTo(at.cursor);
  });
  useEffect(() => comeBack(), []);

  const open = (target = at.hit?.mpid, event?: { ctrlKey: boolean; metaKey: boolean }) => {
    if (target === undefined) return;
    if ((event?.ctrlKey || event?.metaKey) && !inShell) return void window.open(`/users/${target}`, "_blank");
    if (at.cursor !== null) at.leave(at.cursor);
    settle();
    const profile = () => navigate({ to: "/users/$mpid", params: { mpid: target } });
    // The way back leads to what stands in the box, so its address is written before it is left.
    if ((address.q ?? "") === text) void profile();
    else void setAddress(withQuery(address, text)).then(profile);
  };
  const early = useHeldEnter(found.query, found.waiting, (press) => open(at.hit?.mpid, press));
  const type = (next: string) => {
    setText(next);
    at.toFirst();
  };
  const pin = () => {
    if (at.hit)
      toast({ title: togglePin(at.hit.mpid) ? "Pinned" : "Unpinned", description: at.hit.name ?? at.hit.mpid });
  };

  /** From the box or the chips down into the list. */
  const fromBox = (event: KeyboardEvent) => {
    if (event.key === "Escape" && text !== "") {
      type("");
      box.current?.focus();
      return event.preventDefault();
    }
    const inBox = event.target === box.current;
    if (event.key === "Enter" && !inBox) return;
    if (event.key === "Enter" && found.waiting) {
      early.hold(event);
      return event.preventDefault();
    }
    early.drop();
    if (!["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Enter"].includes(event.key)) return;
    if (list.current?.press(event) && event.key !== "Enter") list.current.focus();
  };
  const inList = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      if (overlay) setOverlay(false);
      else box.current?.focus();
      event.preventDefault();
    } else if (event.key === " ") {
      setOverlay(!overlay);
      event.preventDefault();
    } else if (event.key === "c" && (event.ctrlKey || event.metaKey) && at.hit && !getSelection()?.toString()) {
      void copyText(at.hit.mpid).then((done) => done && toast({ title: "MPID copied", description: at.hit?.mpid }));
      event.preventDefault();
    }
  };
  const attempt = (advice: Advice) => {
    environment.set(advice.environment as Environment);
    setText(advice.query);
    setAddress({
      q: advice.query,
      ...(advice.kind === null ? {} : { kind: advice.kind }),
      ...(advice.former ? {} : { former: false as const }),
    });
    box.current?.focus();
  };

  useShortcuts("Users", [
    { keys: "/", does: "Search", run: () => box.current?.select() },
    { keys: "p", does: "Pin or unpin", run: pin },
    { keys: "Enter", does: "Open the profile" },
    { keys: "mod+c", does: "Copy the MPID" },
    { keys: "space", does: "Preview, in a narrow window" },
  ]);

  const some = found.rows.length > 0;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>Users</h1>
        <span className="spring" />
        <ButtonLink to="/imports" icon={Upload}>
          Import
        </ButtonLink>
      </header>
      <SearchBox
        ref={box}
        text={text}
        onText={type}
        address={address}
        onAddress={setAddress}
        found={found}
        profiles={profiles}
        list={LIST}
        cursor={at.cursor}
        onKey={fromBox}
      />
      <SplitPane
        name="users"
        label="Preview"
        width={[304, 400]}
        overlayOpen={overlay}
        onOverlayClose={() => setOverlay(false)}
        pane={
          some &&
          seen !== undefined && (
            <>
              <UserPreview hit={seen} query={found.query} onOpen={() => open()} />
              <div className="users-rest">
                <Shortlists />
              </div>
            </>
          )
        }
      >
        <Results
          id={LIST}
          ref={list}
          found={found}
          address={address}
          profiles={profiles}
          cursor={at.cursor}
          onCursor={at.moveTo}
          onOpen={(hit, event) => open(hit.mpid, event)}
          onKey={inList}
          onTry={attempt}
          onCancel={() => type("")}
        />
      </SplitPane>
      <KeyBar keys={some ? (narrow ? NARROW_KEYS : RESULT_KEYS) : BOX_KEYS}>
        {some &&
          found.totals &&
          `${counted(found.matches, "matching identity", "matching identities")} in ${counted(found.totals.users, "profile")}`}
      </KeyBar>
    </div>
  );
}

const RESULT_KEYS = [
  { keys: ["ArrowUp", "ArrowDown"], does: "move" },
  { keys: ["enter"], does: "open" },
  ...(inShell ? [] : [{ keys: ["mod", "enter"], does: "new window" }]),
  { keys: ["tab"], does: "next type" },
  { keys: ["mod", "c"], does: "copy MPID" },
  { keys: ["p"], does: "pin" },
];

/** Where the preview has to be asked for. */
const NARROW_KEYS = [
  { keys: ["space"], does: "preview" },
  ...RESULT_KEYS.filter((entry) => entry.does !== "new window"),
];

const BOX_KEYS = [
  { keys: ["/"], does: "search" },
  { keys: ["mod", "k"], does: "anything else" },
  { keys: ["?"], does: "keys" },
];
