/** A JSON text with line numbers, folding, find and copy. The editor behind it is loaded when it is first shown. */

import { lazy, Suspense } from "react";
import { SkeletonRows } from "./SkeletonRows";

const JsonEditor = lazy(() => import("./JsonEditor"));

export interface JsonViewerProps {
  text: string;
  /** What it is, for screen readers: "Event as JSON". */
  label: string;
  /** Lines from 1, both inclusive, to tint and bring into sight. */
  lines?: readonly [number, number] | undefined;
  /** Not JSON, or JSON as it was received: no colours, long lines wrap. */
  plain?: boolean | undefined;
}

export function JsonViewer(props: JsonViewerProps) {
  return (
    <Suspense fallback={<SkeletonRows says="Opening" height={18} rows={12} bars={[46]} />}>
      <JsonEditor {...props} />
    </Suspense>
  );
}
