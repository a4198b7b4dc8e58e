/** One scope: its strategy, its order of look-up, its details, and what changing them would do to the users of today. */

import { type ReactNode, useState } from "react";
import type { ScopeListView, ScopeSettings, ScopeView, Strategy } from "../../../api/generated/admin";
import { useAct, useCommand } from "../../../api/queries";
import { SplitPane } from "../../../components/SplitPane";
import { useShortcuts } from "../../../components/shortcuts";
import { toast } from "../../../components/toasts";
import { whyNot } from "../../../components/whyNot";
import { DetailsSection } from "./DetailsSection";
import { placedFaults } from "./faultPlaces";
import { LookUpSection } from "./LookUpSection";
import { PreviewPane } from "./PreviewPane";
import { SaveBar } from "./SaveBar";
import { StrategyChoice } from "./StrategyChoice";
import { sameSettings, withStrategy } from "./scopeDraft";
import { STRATEGY_NAMES } from "./settingWords";
import { usePreview } from "./usePreview";

export interface ScopeEditorProps {
  scope: ScopeView;
  list: ScopeListView;
  draft: ScopeSettings;
  changes: readonly string[];
  /** Nothing: as it is in force. */
  onDraft: (settings: ScopeSettings | undefined) => void;
  /** Stands on top. */
  lead: ReactNode;
}

const BLOCKED = "It cannot work like this: mend what is marked in red first";

export function ScopeEditor({ scope, list, draft, changes, onDraft, lead }: ScopeEditorProps) {
  const check = useCommand("scope_check", { settings: draft }, { keep: true });
  const save = useAct("scope_save");
  const preview = usePreview(scope.id);
  const [paneOpen, setPaneOpen] = useState(false);
  const faults = check.data ? placedFaults(check.data, draft, list.types) : [];
  const strategy = check.data?.strategy ?? scope.strategy;
  const broken = faults.some((fault) => fault.tone === "neg");
  const blocked = broken ? BLOCKED : check.isError ? whyNot(check.error) : undefined;
  const become = (settings: ScopeSettings) => onDraft(sameSettings(settings, scope.settings) ? undefined : settings);
  const keep = () => {
    if (changes.length === 0 || blocked !== undefined || check.isPlaceholderData) return;
    save.mutate(
      { id: scope.id, name: scope.name, settings: draft },
      {
        onSuccess: () => {
          onDraft(undefined);
          toast({ title: "Saved", description: "Requests from now on resolve by this" });
        },
        onError: (fault) => toast({ title: "Nothing was saved", description: whyNot(fault), kind: "error" }),
      },
    );
  };
  const look = () => {
    setPaneOpen(true);
    if (!broken) preview.start(draft);
  };
  useShortcuts("Identity", [
    { keys: "mod+s", does: "Save", run: keep },
    { keys: "p", does: "Work out what would change", run: look },
  ]);
  return (
    <>
      <SplitPane
        name="identity"
        label="What would change"
        width={[372, 560]}
        min={320}
        overlayOpen={paneOpen}
        onOverlayClose={() => setPaneOpen(false)}
        pane={
          <PreviewPane preview={preview} draft={draft} changed={changes.length > 0} broken={broken} onStart={look} />
        }
      >
        <div className="screen-body">
          {lead}
          <StrategyChoice
            strategy={strategy}
            strategies={list.strategies}
            onChoose={(strategy) => become(withStrategy(draft, strategy))}
          />
          <LookUpSection settings={draft} saved={scope.settings} types={list.types} faults={faults} onChange={become} />
          <DetailsSection settings={draft} onChange={become} />
        </div>
      </SplitPane>
      {changes.length > 0 && (
        <SaveBar
          strategies={strategiesWords(scope.strategy, strategy)}
          changes={changes}
          blocked={blocked}
          busy={save.isPending}
          onSave={keep}
          onDiscard={() => onDraft(undefined)}
        />
      )}
    </>
  );
}

function strategiesWords(before: Strategy, after: Strategy): string | undefined {
  return before === after ? undefined : `${STRATEGY_NAMES[before]} to ${STRATEGY_NAMES[after]}`;
}
