/** The inputs by workspace: one row each, with the keys that let data in. */

import { useEffect, useRef, useState } from "react";
import type { InputView, WorkspaceView } from "../../../api/generated/admin";
import { Chip } from "../../../components/Chip";
import { countText } from "../../../components/numbers";
import { useShortcuts } from "../../../components/shortcuts";
import { Time } from "../../../components/Time";
import { VirtualList, type VirtualListHandle } from "../../../components/VirtualList";
import { InputPicture } from "./InputPicture";
import { hasKeys, keysInUse, kindWords } from "./inputKinds";
import { type InputRow, inputRows } from "./inputRows";

export interface InputListProps {
  inputs: readonly InputView[];
  workspaces: readonly WorkspaceView[];
  onOpen: (id: number) => void;
}

export function InputList({ inputs, workspaces, onOpen }: InputListProps) {
  const rows = inputRows(inputs, workspaces);
  const list = useRef<VirtualListHandle>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const first = rows.find((row) => row.kind === "input")?.key ?? null;
  useEffect(() => list.current?.focus(), []);
  useShortcuts("Inputs", [{ keys: "ArrowDown", does: "Into the list", run: () => list.current?.focus() }]);
  return (
    <div className="inputs-list">
      <div className="cols-head" aria-hidden>
        <span />
        <span>Input</span>
        <span className="wide">Kind</span>
        <span>Keys in use</span>
        <span className="num">Made</span>
      </div>
      <VirtualList
        ref={list}
        id="inputs"
        role="grid"
        label="Inputs"
        items={rows}
        itemKey={(row) => row.key}
        height={(row) => (row.kind === "head" ? 26 : 32)}
        isHead={(row) => row.kind === "head"}
        isSticky={(row) => row.kind === "head"}
        cursor={cursor ?? first}
        total={inputs.length}
        onCursor={(row) => setCursor(row.key)}
        onOpen={(row) => row.kind === "input" && onOpen(row.input.id)}
        render={(row) => <Row row={row} onOpen={onOpen} />}
      />
    </div>
  );
}

const cell = { role: "gridcell" } as const;

function Row({ row, onOpen }: { row: InputRow; onOpen: (id: number) => void }) {
  if (row.kind === "head") {
    return (
      <div className="group-head">
        <b>{row.name}</b>
        {countText(row.count)}
      </div>
    );
  }
  const { input } = row;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the list opens it too.
    <div className="cols-row inputs-row" role="presentation" onClick={() => onOpen(input.id)}>
      <span {...cell} className="t3">
        <InputPicture platform={input.kind === "file" ? "file" : input.platform} />
      </span>
      <span {...cell} className="medium">
        {input.name}
      </span>
      <span {...cell} className="t2 wide">
        {kindWords(input.kind)}
      </span>
      <span {...cell} className="line-up inputs-keys">
        <KeysInUse input={input} />
      </span>
      <span {...cell} className="num t3">
        <Time ms={input.created_ms} form="day" />
      </span>
    </div>
  );
}

function KeysInUse({ input }: { input: InputView }) {
  const keys = keysInUse(input);
  if (!hasKeys(input.kind)) return <span className="t3">–</span>;
  if (keys.length === 0) return <span className="t3">none</span>;
  const count = (environment: string) => keys.filter((key) => key.environment === environment).length;
  return (
    <>
      {count("production") > 0 && <Chip tone="pos">{many("production", count("production"))}</Chip>}
      {count("development") > 0 && <Chip tone="info">{many("development", count("development"))}</Chip>}
      {count("both") > 0 && <Chip tone="outline">{many("both", count("both"))}</Chip>}
    </>
  );
}

function many(words: string, count: number): string {
  return count === 1 ? words : `${countText(count)} ${words}`;
}
