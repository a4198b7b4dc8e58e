/** CodeMirror behind `JsonViewer`; a module of its own, so that it is only fetched when needed. */

import { foldAll, unfoldAll } from "@codemirror/language";
import { openSearchPanel } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { ChevronsDownUp, ChevronsUpDown, Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { CopyButton } from "./CopyButton";
import { IconButton } from "./IconButton";
import type { JsonViewerProps } from "./JsonViewer";
import { readOnlyJson, tintLines } from "./jsonSetup";
import "./JsonViewer.css";

export default function JsonEditor({ text, label, lines, plain = false, lead }: JsonViewerProps) {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView>();
  useEffect(() => {
    if (!place.current) return;
    const state = EditorState.create({ doc: text, extensions: readOnlyJson(label, plain) });
    const made = new EditorView({ state, parent: place.current });
    setView(made);
    return () => {
      setView(undefined);
      made.destroy();
    };
  }, [text, label, plain]);
  const [from, to] = lines ?? [0, 0];
  useEffect(() => {
    if (view && from > 0) tintLines(view, from, to);
  }, [view, from, to]);
  const act = (command: (view: EditorView) => boolean) => view && command(view);
  return (
    <div className="json-viewer">
      <div className="json-viewer-tools">
        {lead}
        {lead !== undefined && <span className="spring" />}
        <IconButton icon={Search} label="Find" keys={["mod", "f"]} onClick={() => act(openSearchPanel)} />
        {!plain && <IconButton icon={ChevronsDownUp} label="Fold all" onClick={() => act(foldAll)} />}
        {!plain && <IconButton icon={ChevronsUpDown} label="Unfold all" onClick={() => act(unfoldAll)} />}
        {lead === undefined && <span className="spring" />}
        <CopyButton text={text} what="text" />
      </div>
      <div ref={place} className="json-viewer-text" />
    </div>
  );
}
