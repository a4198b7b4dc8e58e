/** What the user agreed to: GDPR by purpose, CCPA once. */

import { Check, X } from "lucide-react";
import type { ConsentView } from "../../api/generated/admin";
import { utc } from "../../components/clock";
import { Time } from "../../components/Time";
import { consentCounts, consentWords } from "./consentWords";
import { NothingYet, ProfileSection } from "./ProfileSection";
import type { JsonPart } from "./profileAddress";

export interface ConsentSectionProps {
  consent: readonly ConsentView[];
  onJson: (part: JsonPart) => void;
}

export function ConsentSection({ consent, onJson }: ConsentSectionProps) {
  return (
    <ProfileSection title="Consent" count={consentCounts(consent)} part="consent" onJson={onJson}>
      {consent.length === 0 ? (
        <NothingYet>Nothing was ever said about consent in this workspace.</NothingYet>
      ) : (
        <table className="profile-table consent" aria-label="Consent">
          <thead>
            <tr className="cols-head">
              <th scope="col">Law</th>
              <th scope="col">Purpose</th>
              <th scope="col">State</th>
              <th scope="col">Document</th>
              <th scope="col" className="num">
                When
              </th>
            </tr>
          </thead>
          <tbody>
            {consent.map((record) => (
              <ConsentRow key={`${record.regulation} ${record.purpose}`} record={record} />
            ))}
          </tbody>
        </table>
      )}
    </ProfileSection>
  );
}

function ConsentRow({ record }: { record: ConsentView }) {
  const words = consentWords(record);
  const Icon = words.tone === "neg" ? X : Check;
  const where = [record.location, record.hardware_id, `from ${record.input}`].filter((part) => part !== null);
  return (
    <tr className="cols-row compact" title={`${where.join(", ")}, ${utc(record.time_ms)}`}>
      <td className="t3">{record.regulation.toUpperCase()}</td>
      <td>{words.purpose}</td>
      <td className={`consent-state ${words.tone === "none" ? "t3" : words.tone}`}>
        <Icon size={12} aria-hidden />
        {words.state}
      </td>
      <td className="t3" title={record.document ?? undefined}>
        {record.document ?? "–"}
      </td>
      <td className="num t3">
        <Time ms={record.time_ms} form="day" />
      </td>
    </tr>
  );
}
