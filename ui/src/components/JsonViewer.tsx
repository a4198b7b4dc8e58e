/** A JSON text with line numbers, folding, find and copy. The editor behind it is loaded when it is first shown. */

import { lazy, type ReactNode, Suspense } from "react";
import { fetched } from "../api/parts";
import { SkeletonRows } from "./SkeletonRows";
import "./JsonViewer.css";

const JsonEditor = lazy(() => fetched(import("./JsonEditor")));

export interface JsonViewerProps {
  text: string;
  /** What it is, for screen readers: "Event as JSON". */
  label: string;
  /** Lines from 1, both inclusive, to tint and bring into sight. */
  lines?: readonly [number, number] | undefined;
  /** Not JSON, or JSON as it was received: no colours, long lines wrap. */
  plain?: boolean | undefined;
  /** Stands before the tools, in their row. */
  lead?: ReactNode;
}

export function JsonViewer(props: JsonViewerProps) {
  return (
    <Suspense fallback={<Opening lead={props.lead} />}>
      <JsonEditor {...props} />
    </Suspense>
  );
}

function Opening({ lead }: Pick<JsonViewerProps, "lead">) {
  return (
    <div className="json-viewer">
      <div className="json-viewer-tools">{lead}</div>
      <SkeletonRows says="Opening" height={18} rows={12} bars={[46]} />
    </div>
  );
}
