/** The contract to be read: its operations at the left, one of them at the right. */

import { useNavigate, useParams } from "@tanstack/react-router";
import { BookX, Download } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { ErrorState } from "../../components/ErrorState";
import { type BarKey, KeyBar } from "../../components/KeyBar";
import { counted } from "../../components/numbers";
import { SkeletonRows } from "../../components/SkeletonRows";
import { saveFile } from "../../components/saveFile";
import { useShortcuts } from "../../components/shortcuts";
import { useTitle } from "../../components/title";
import type { VirtualListHandle } from "../../components/VirtualList";
import { Introduction } from "./Introduction";
import { OperationList } from "./OperationList";
import { OperationPane } from "./OperationPane";
import { listRows } from "./operations";
import { type Contract, useReference } from "./useReference";
import { type ServerAddress, useServerAddress } from "./useServerAddress";
import "./reference.css";
import "./schema.css";

const KEYS: readonly BarKey[] = [
  { keys: ["ArrowUp", "ArrowDown"], does: "move" },
  { keys: ["/"], does: "filter" },
  { keys: ["Enter"], does: "into it" },
  { keys: ["ArrowLeft", "ArrowRight"], does: "fold" },
  { keys: ["c"], does: "copy curl" },
  { keys: ["?"], does: "keys" },
];

export function ReferencePage() {
  const { contract, error, busy, retry } = useReference();
  const server = useServerAddress();
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>API reference</h1>
        {contract && <span className="section-count">{counted(contract.operations.length, "operation")}</span>}
        <span className="spring" />
        {contract && (
          <Button icon={Download} onClick={() => void saveFile("openapi.json", contract.text)}>
            Save openapi.json
          </Button>
        )}
      </header>
      {contract ? (
        <Reference contract={contract} server={server} />
      ) : error ? (
        <div className="screen-body">
          <ErrorState error={error} title="The reference could not be read" onRetry={retry} busy={busy} />
        </div>
      ) : (
        <div className="reference">
          <div className="reference-list">
            <SkeletonRows says="Reading the reference" rows={12} height={44} bars={[64]} />
          </div>
        </div>
      )}
      <KeyBar keys={KEYS}>{contract && `OpenAPI ${contract.doc.openapi}`}</KeyBar>
    </div>
  );
}

function Reference({ contract, server }: { contract: Contract; server: ServerAddress }) {
  const { doc, operations } = contract;
  const { operation: id } = useParams({ strict: false });
  const navigate = useNavigate();
  const [filter, setFilter] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<VirtualListHandle>(null);
  const pane = useRef<HTMLElement>(null);
  const byKeys = useRef(false);
  const rows = listRows(operations, filter);
  const operation = operations.find((one) => one.id === id);
  const cursor = operation && rows.some(({ key }) => key === id) ? operation.id : null;
  useTitle(operation ? `${operation.summary} – API reference` : "API reference");

  // The address may name one that is out of sight.
  useEffect(() => {
    if (id !== undefined) list.current?.scrollTo(id);
  }, [id]);

  // Walking with the arrows is one visit, a press is another.
  const show = (next: string) =>
    void navigate({
      to: "/reference/$operation",
      params: { operation: next },
      replace: byKeys.current && id !== undefined,
    });
  const enter = () => pane.current?.focus();
  const drive = (event: KeyboardEvent) => {
    if (event.key === "Escape" && filter !== "") {
      setFilter("");
      event.preventDefault();
    } else if (event.key === "Enter" && cursor === null) {
      const first = rows.find(({ type }) => type === "operation");
      if (first) show(first.key);
    } else if (["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Enter"].includes(event.key)) {
      list.current?.press(event);
    }
  };
  useShortcuts("API reference", [
    { keys: "/", does: "Filter operations", run: () => box.current?.focus() },
    { keys: "ArrowDown", does: "Into the list", run: () => list.current?.focus() },
    { keys: "Escape", does: "Back to the list", run: () => list.current?.focus() },
  ]);

  return (
    <div
      className="reference"
      onKeyDownCapture={() => {
        byKeys.current = true;
      }}
      onPointerDownCapture={() => {
        byKeys.current = false;
      }}
    >
      <OperationList
        rows={rows}
        filter={filter}
        onFilter={setFilter}
        cursor={cursor}
        onCursor={show}
        onEnter={enter}
        onKey={drive}
        box={box}
        list={list}
      />
      {operation ? (
        <OperationPane key={operation.id} ref={pane} doc={doc} operation={operation} server={server} />
      ) : id === undefined ? (
        <Introduction doc={doc} server={server} />
      ) : (
        <div className="reference-pane">
          <Empty
            icon={BookX}
            title={`There is no operation “${id}”`}
            actions={<ButtonLink to="/reference">Show the introduction</ButtonLink>}
          >
            It may have another name in this version.
          </Empty>
        </div>
      )}
    </div>
  );
}
