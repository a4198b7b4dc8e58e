/** The order of look-up, with the types that find nobody under it. */

import { Plus } from "lucide-react";
import type { IdentityTypeView } from "../../../api/generated/admin";
import { Button } from "../../../components/Button";
import { Menu, MenuItem } from "../../../components/Menu";
import { PriorityTable, type PriorityTableProps } from "./PriorityTable";
import { added } from "./scopeDraft";

export function LookUpSection(props: PriorityTableProps) {
  const { settings, types, onChange } = props;
  const others = types.filter((type) => !settings.priority.includes(type.name));
  const add = (type: IdentityTypeView) => onChange(added(settings, type.name));
  return (
    <section className="identity-section" aria-label="Priority">
      <div className="section-head">
        <h2>Priority</h2>
        <span className="section-count">looked up from the top; the first that fits wins</span>
        <span className="spring" />
        {others.length > 0 && (
          <Menu
            align="end"
            trigger={
              <Button kind="ghost" icon={Plus}>
                Identity type
              </Button>
            }
          >
            {others.map((type) => (
              <MenuItem key={type.name} onSelect={() => add(type)}>
                {type.label}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      <PriorityTable {...props} />
      {others.length > 0 && (
        <p className="identity-others">
          <b>Kept and shown, but never looked up</b> {others.map((type) => type.label).join(", ")}
        </p>
      )}
    </section>
  );
}
