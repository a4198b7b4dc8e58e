/** The fields of an event in words, group by group. */

import type { FieldView } from "../../api/generated/admin";
import { CopyButton } from "../../components/CopyButton";
import { fieldGroups } from "./fieldGroups";

export function EventFields({ fields }: { fields: readonly FieldView[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys.
    <div className="fields" tabIndex={0} role="region" aria-label="Fields">
      {fieldGroups(fields).map((group) => (
        <section key={group.name}>
          <h3 className="group-head">
            <b>{group.name}</b>
          </h3>
          <dl>
            {group.fields.map((field, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name can come twice, and the fields never change.
              <div key={place} className="fields-line">
                <dt className="mono" title={field.name}>
                  {field.name}
                </dt>
                <dd>
                  <span>{field.value}</span>
                  <CopyButton text={field.value} what={field.name} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
