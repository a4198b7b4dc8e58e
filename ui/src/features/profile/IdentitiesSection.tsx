/** Who the user is: identities held now in order of priority, then those held before. */

import { History } from "lucide-react";
import type { IdentityView } from "../../api/generated/admin";
import { Chip } from "../../components/Chip";
import { CopyButton } from "../../components/CopyButton";
import { shortDay, utc } from "../../components/clock";
import { useNow } from "../../components/now";
import { countText } from "../../components/numbers";
import { NothingYet, ProfileSection } from "./ProfileSection";
import type { JsonPart } from "./profileAddress";

export interface IdentitiesSectionProps {
  identities: readonly IdentityView[];
  onJson: (part: JsonPart) => void;
}

export function IdentitiesSection({ identities, onJson }: IdentitiesSectionProps) {
  const former = identities.filter((identity) => identity.former).length;
  const count =
    former > 0 ? `${countText(identities.length - former)}, ${former} former` : countText(identities.length);
  return (
    <ProfileSection title="Identities" count={count} part="identities" onJson={onJson}>
      {identities.length === 0 ? (
        <NothingYet>Nobody has said who this is: the user is known by devices alone.</NothingYet>
      ) : (
        <table className="profile-table identities" aria-label="Identities, in order of priority">
          <thead>
            <tr className="cols-head">
              <th scope="col">
                <abbr title="The order in which users are looked up">#</abbr>
              </th>
              <th scope="col">Type</th>
              <th scope="col">Value</th>
              <th scope="col">Held</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {identities.map((identity) => (
              <IdentityRow key={`${identity.kind} ${identity.value} ${identity.since_ms}`} identity={identity} />
            ))}
          </tbody>
        </table>
      )}
    </ProfileSection>
  );
}

/** `Google advertising ID` is too long for its column; the whole label is its tooltip. */
function shortLabel(label: string): string {
  return label.replace("advertising ID", "ad ID").replace("Facebook audience ID", "FB audience");
}

function IdentityRow({ identity }: { identity: IdentityView }) {
  const now = useNow();
  const { former, until_ms: until } = identity;
  const title = `since ${utc(identity.since_ms)}${until === null ? "" : `, until ${utc(until)}`}`;
  return (
    <tr className="cols-row compact" data-former={former || undefined}>
      <td className="t3 s11 tabular">{identity.priority}</td>
      <td className="t2" title={identity.login ? `${identity.label}, makes the user known` : identity.label}>
        {shortLabel(identity.label)}
      </td>
      <td className="identity-value">
        <span className="trunc" title={identity.value}>
          {identity.value}
        </span>
        {former && (
          <Chip tone="outline" icon={History}>
            former
          </Chip>
        )}
        <CopyButton text={identity.value} what={identity.label} />
      </td>
      <td className="t2 s12" title={title}>
        {until === null ? `since ${shortDay(identity.since_ms, now)}` : `until ${shortDay(until, now)}`}
      </td>
      <td className="t2 s12" title={identity.input}>
        {identity.input}
      </td>
    </tr>
  );
}
