/** Who brought the user, install by install. */

import type { AttributionView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { counted } from "../../components/numbers";
import { Time } from "../../components/Time";
import { NothingYet, ProfileSection } from "./ProfileSection";
import type { JsonPart } from "./profileAddress";

export interface AttributionSectionProps {
  attribution: readonly AttributionView[];
  onJson: (part: JsonPart) => void;
}

export function AttributionSection({ attribution, onJson }: AttributionSectionProps) {
  return (
    <ProfileSection
      title="Attribution"
      count={counted(attribution.length, "install")}
      part="attribution"
      onJson={onJson}
    >
      {attribution.length === 0 ? (
        <NothingYet>No install was attributed to a publisher.</NothingYet>
      ) : (
        <table className="profile-table attribution" aria-label="Attribution">
          <tbody>
            {attribution.map((install) => (
              <InstallRow key={`${install.device} ${install.publisher} ${install.time_ms}`} install={install} />
            ))}
          </tbody>
        </table>
      )}
    </ProfileSection>
  );
}

function InstallRow({ install }: { install: AttributionView }) {
  return (
    <tr className="cols-row compact">
      <td className="t3">Install</td>
      <td className="attribution-publisher">
        <span className="trunc">{install.publisher === "" ? "Unknown publisher" : install.publisher}</span>
        {!install.counts && <Chip tone="outline">later</Chip>}
      </td>
      <td className="mono" title={install.device === null ? undefined : `on ${install.device}`}>
        {install.campaign === "" ? "–" : install.campaign}
      </td>
      <td className="num t3">
        <Time ms={install.time_ms} form="day" />
      </td>
    </tr>
  );
}
