/** Snippets by SDK, one at a time, with what to know before pasting. */

import { Tabs } from "@base-ui/react/tabs";
import { useState } from "react";
import { CopyButton } from "../../../components/CopyButton";
import { Snippet } from "../../../components/Snippet";
import { snippetText } from "../../../components/snippet";
import { type SdkSnippet, SECRET_BLANK } from "./snippets";

export function SnippetTabs({ snippets }: { snippets: readonly SdkSnippet[] }) {
  const [chosen, setChosen] = useState<string>();
  const shown = snippets.find(({ sdk }) => sdk === chosen) ?? snippets[0];
  if (!shown) return null;
  return (
    <Tabs.Root className="snippet-tabs" value={shown.sdk} onValueChange={(next) => setChosen(String(next))}>
      <div className="snippet-tabs-head">
        <Tabs.List className="snippet-tabs-list" aria-label="SDK">
          {snippets.map(({ sdk }) => (
            <Tabs.Tab key={sdk} value={sdk} className="snippet-tab">
              {sdk}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Panel key={shown.sdk} value={shown.sdk} className="snippet-tabs-panel" tabIndex={-1}>
        <div className="snippet-tabs-note">
          <p>{shown.note}</p>
          <CopyButton worded text={snippetText(shown.pieces)} what="snippet" />
        </div>
        <Snippet label={`Snippet for ${shown.sdk}`} pieces={shown.pieces} />
        <p className="t3 s12">
          Grey parts are of this engine and this key
          {shown.pieces.some(({ text }) => text === SECRET_BLANK)
            ? `; ${SECRET_BLANK} is for you to fill in, it is not kept here.`
            : "."}
        </p>
      </Tabs.Panel>
    </Tabs.Root>
  );
}
