/** One input: its name, its keys, what it was refused, and what to paste so that it sends. */

import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { KeyRound, Pencil, Unplug } from "lucide-react";
import { useState } from "react";
import type { InputKeyView, InputView } from "../../../api/generated/admin";
import { useCommand, useCommandPages } from "../../../api/queries";
import { Button, ButtonLink } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { ErrorState } from "../../../components/ErrorState";
import { IconButton } from "../../../components/IconButton";
import { platformName } from "../../../components/platformName";
import { SkeletonRows } from "../../../components/SkeletonRows";
import { SplitPane } from "../../../components/SplitPane";
import { useShortcuts } from "../../../components/shortcuts";
import { SettingsScreen } from "../SettingsScreen";
import { InputFacts } from "./InputFacts";
import { InputPicture } from "./InputPicture";
import { hasKeys, kindWords } from "./inputKinds";
import { KeyList } from "./KeyList";
import { NewKeyDialog } from "./NewKeyDialog";
import { PasteSection } from "./PasteSection";
import { RefusedAtDoor } from "./RefusedAtDoor";
import { RefusedPane } from "./RefusedPane";
import { RenameInputDialog } from "./RenameInputDialog";
import { RevokeKeyDialog } from "./RevokeKeyDialog";
import { doorRows } from "./refusedAtDoor";
import "./inputs.css";

/** Refusals a page. */
const PAGE = 100;

const PATH = [{ to: "/settings/inputs", words: "Inputs" }] as const;

export function InputPage() {
  const { input: id } = useParams({ from: "/settings/inputs/$input" });
  const list = useCommand("inputs_list", {});
  const input = list.data?.inputs.find((each) => String(each.id) === id);
  if (input) return <OneInput key={input.id} input={input} />;
  return (
    <SettingsScreen name={`Input ${id}`} path={PATH}>
      {list.isError ? (
        <ErrorState
          error={list.error}
          title="The input could not be read"
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      ) : list.isPending ? (
        <SkeletonRows says="Reading the input" height={28} />
      ) : (
        <Empty icon={Unplug} title="No such input" actions={<ButtonLink to="/settings/inputs">All inputs</ButtonLink>}>
          There is no input {id} in this store.
        </Empty>
      )}
    </SettingsScreen>
  );
}

function OneInput({ input }: { input: InputView }) {
  const navigate = useNavigate();
  const [renaming, setRenaming] = useState(false);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<InputKeyView>();
  const [picked, setPicked] = useState<string | null>(null);
  const [paneOpen, setPaneOpen] = useState(false);
  const pages = useCommandPages("input_refusals", { input: input.id, limit: PAGE });
  const refused = doorRows(pages.data?.pages ?? []);
  const at = refused.find((row) => row.key === picked);
  const keys = hasKeys(input.kind);
  useShortcuts("Input", [
    { keys: "r", does: "New key", run: () => setMaking(true), enabled: keys },
    { keys: "e", does: "Rename", run: () => setRenaming(true) },
    { keys: "space", does: "Snippets or the refusal, in a narrow window", run: () => setPaneOpen(!paneOpen) },
    {
      keys: "Escape",
      does: "Back to the snippets, then to all inputs",
      run: () => (at ? setPicked(null) : void navigate({ to: "/settings/inputs" })),
    },
  ]);
  const pane = at ? (
    <RefusedPane refusal={at.refusal} onClose={() => setPicked(null)} />
  ) : (
    keys && <PasteSection input={input} />
  );
  return (
    <SettingsScreen
      name={input.name}
      path={PATH}
      whole
      keys={[
        ...(keys ? [{ keys: ["r"], does: "new key" }] : []),
        { keys: ["e"], does: "rename" },
        { keys: ["escape"], does: at ? "snippets" : "all inputs" },
      ]}
      sum={`${kindWords(input.kind)}${input.kind === "platform" ? `, ${platformName(input.platform)}` : ""}`}
      lead={<InputPicture platform={input.kind === "file" ? "file" : input.platform} size={16} />}
      after={<IconButton icon={Pencil} label={`Rename ${input.name}`} keys={["e"]} onClick={() => setRenaming(true)} />}
      actions={
        keys && (
          <Button icon={KeyRound} keys={["r"]} onClick={() => setMaking(true)}>
            New key
          </Button>
        )
      }
    >
      <SplitPane
        name="input"
        label={at ? "Refusal" : "Ready to paste"}
        width={[424, 620]}
        min={320}
        overlayOpen={paneOpen || at !== undefined}
        onOverlayClose={() => {
          setPaneOpen(false);
          setPicked(null);
        }}
        pane={pane}
      >
        <InputFacts input={input} />
        {keys ? (
          <KeyList input={input} onNew={() => setMaking(true)} onRevoke={setRevoking} />
        ) : (
          <p className="inputs-note t2">
            Imported files make this input by themselves: it has no keys, and nothing comes in through it over the
            network. <Link to="/imports">Imports</Link> tells what came with which file.
          </p>
        )}
        <RefusedAtDoor pages={pages} rows={refused} cursor={picked} onCursor={setPicked} />
      </SplitPane>
      <RenameInputDialog open={renaming} input={input} onClose={() => setRenaming(false)} />
      <NewKeyDialog open={making} input={input} onClose={() => setMaking(false)} />
      <RevokeKeyDialog input={input} revoking={revoking} onClose={() => setRevoking(undefined)} />
    </SettingsScreen>
  );
}
