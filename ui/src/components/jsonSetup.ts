/** How CodeMirror shows JSON here: read only, in the colours of the look. */

import { json } from "@codemirror/lang-json";
import { codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--accent-text)" },
  { tag: tags.number, color: "var(--warn-text)" },
  { tag: [tags.bool, tags.null], color: "var(--past-text)" },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--text-3)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "transparent", fontSize: "12px" },
  "&.cm-focused": { outline: "none" },
  "&.cm-focused .cm-scroller": { boxShadow: "inset 0 0 0 2px var(--accent)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "18px", fontFeatureSettings: '"calt" 0, "zero"' },
  ".cm-content": { padding: "8px 0" },
  ".cm-line": { padding: "0 12px 0 4px" },
  ".cm-gutters": { backgroundColor: "transparent", border: "0", color: "var(--text-3)", fontSize: "11px" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "36px", padding: "0 2px 0 8px" },
  ".cm-foldGutter .cm-gutterElement": { width: "14px", textAlign: "center" },
  ".cm-foldPlaceholder": { background: "var(--bg-active)", border: "0", color: "var(--text-2)", padding: "0 4px" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { background: "var(--accent-soft) !important" },
  ".cm-selectionMatch": { backgroundColor: "var(--bg-active)" },
  ".cm-searchMatch": { backgroundColor: "var(--mark)", color: "var(--mark-text)", borderRadius: "2px" },
  ".cm-searchMatch-selected": { boxShadow: "0 0 0 1.5px var(--accent)" },
  ".json-tint": { backgroundColor: "var(--bg-selected)" },
});

const setTint = StateEffect.define<DecorationSet>();
const tint = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (now, change) =>
    change.effects.reduce((set, effect) => (effect.is(setTint) ? effect.value : set), now.map(change.changes)),
  provide: (field) => EditorView.decorations.from(field),
});

/** Tints lines from 1, both inclusive, and brings them into sight. */
export function tintLines(view: EditorView, from: number, to: number): void {
  const { doc } = view.state;
  const line = Decoration.line({ class: "json-tint" });
  const marks = [];
  for (let at = Math.max(1, from); at <= Math.min(to, doc.lines); at += 1) marks.push(line.range(doc.line(at).from));
  const first = doc.line(Math.min(Math.max(1, from), doc.lines));
  view.dispatch({
    effects: [setTint.of(Decoration.set(marks)), EditorView.scrollIntoView(first.from, { y: "nearest", yMargin: 36 })],
  });
}

/** Everything that a viewer of JSON, or of plain text, needs. */
export function readOnlyJson(label: string, plain: boolean): Extension {
  const shared = [
    lineNumbers(),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    // Not editable, it would get no focus and so no keys.
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, role: "textbox", "aria-readonly": "true" }),
    drawSelection(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([...searchKeymap, ...foldKeymap]),
    tint,
    look,
  ];
  if (plain) return [...shared, EditorView.lineWrapping];
  return [...shared, json(), codeFolding(), foldGutter(), syntaxHighlighting(colours)];
}
