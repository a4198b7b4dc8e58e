/** The profile, or a part of it, as JSON: to search, copy and save. */

import { Download } from "lucide-react";
import type { ProfileView } from "../../api/generated/admin";
import { useCommand } from "../../api/queries";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ErrorState } from "../../components/ErrorState";
import { JsonViewer } from "../../components/JsonViewer";
import { bytesText, counted } from "../../components/numbers";
import { SkeletonRows } from "../../components/SkeletonRows";
import { saveFile } from "../../components/saveFile";
import type { JsonPart } from "./profileAddress";
import { partFile, partTitle, sectionJson } from "./sectionJson";

export interface ProfileJsonProps {
  profile: ProfileView;
  /** What is open; nothing, no dialog. */
  part: JsonPart | undefined;
  onClose: () => void;
}

export function ProfileJson({ profile, part, onClose }: ProfileJsonProps) {
  const whole = useCommand("profile_export", { mpid: profile.mpid }, { enabled: part === "profile", keep: true });
  const text = part === undefined ? undefined : part === "profile" ? whole.data?.json : sectionJson(profile, part);
  const title = part === undefined ? "" : `${partTitle(part)} as JSON`;
  const save = () => {
    if (part !== undefined && text !== undefined) void saveFile(partFile(profile.mpid, part), text);
  };
  return (
    <Dialog
      open={part !== undefined}
      onClose={onClose}
      title={title}
      width={760}
      actions={
        <>
          <span className="profile-json-size">{text === undefined ? "" : sizeWords(text)}</span>
          <Button onClick={onClose} keys={["escape"]}>
            Close
          </Button>
          <Button kind="primary" icon={Download} onClick={save} disabled={text === undefined}>
            Download
          </Button>
        </>
      }
    >
      <div className="profile-json">
        {text !== undefined ? (
          <JsonViewer text={text} label={title} />
        ) : whole.error ? (
          <ErrorState error={whole.error} title="The profile could not be exported" onRetry={() => whole.refetch()} />
        ) : (
          <SkeletonRows says="Reading the profile" height={18} rows={20} bars={[46]} />
        )}
      </div>
    </Dialog>
  );
}

function sizeWords(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return `${bytesText(bytes)}, ${counted(text.split("\n").length, "line")}`;
}
