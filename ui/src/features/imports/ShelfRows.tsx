/** Files on their way to the engine, and those that wait for their review. */

import { FileJson, X } from "lucide-react";
import { Button } from "../../components/Button";
import { IconButton } from "../../components/IconButton";
import { bytesText, percentText } from "../../components/numbers";
import { Progress } from "../../components/Progress";
import { type Review, shelf } from "./intake";
import type { ShelvedFile } from "./shelf";

export interface ShelfRowsProps {
  files: readonly ShelvedFile[];
  /** The one in the pane. */
  current: string | undefined;
  review: Review;
}

export function ShelfRows({ files, current, review }: ShelfRowsProps) {
  const shown = files.filter((file) => file.key !== current);
  if (shown.length === 0) return null;
  return (
    <ul className="import-shelf" aria-label="Files to review">
      {shown.map((file) => (
        <li key={file.key} className="import-shelf-row">
          <FileJson size={14} aria-hidden />
          <span className="trunc medium">{file.name}</span>
          <Place file={file} review={review} />
        </li>
      ))}
    </ul>
  );
}

function Place({ file, review }: { file: ShelvedFile; review: Review }) {
  const { place } = file;
  switch (place.at) {
    case "uploading": {
      const percent = place.total > 0 ? (place.sent / place.total) * 100 : 100;
      return (
        <>
          <span className="import-shelf-bar">
            <Progress label={`Sending ${file.name}`} value={percent} max={100} />
          </span>
          <span className="t3 s12 tabular">
            {percentText(Math.floor(percent))} of {bytesText(place.total)}
          </span>
          <Button kind="ghost" icon={X} onClick={() => shelf.remove(file.key)}>
            Cancel
          </Button>
        </>
      );
    }
    case "failed":
      return (
        <>
          <span className="neg s12 trunc" role="alert">
            Not sent: {place.problem}
          </span>
          <span className="spring" />
          <IconButton icon={X} label={`Take ${file.name} away`} onClick={() => shelf.remove(file.key)} />
        </>
      );
    case "ready":
      return (
        <>
          <span className="t3 s12">waits for its review</span>
          <span className="spring" />
          <Button onClick={() => review(place.source)}>Review</Button>
          <IconButton icon={X} label={`Take ${file.name} away`} onClick={() => shelf.remove(file.key)} />
        </>
      );
  }
}
