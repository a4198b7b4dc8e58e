/** What is known about the user: reserved attributes two abreast, then the others by name. Each opens to its past. */

import { ChevronDown, ChevronRight, Search } from "lucide-react";
import type { ProfileView } from "../../api/generated/admin";
import { countText } from "../../components/numbers";
import { Popover } from "../../components/Popover";
import { TextField } from "../../components/TextField";
import { Time } from "../../components/Time";
import { AttributeHistory } from "./AttributeHistory";
import { type AttributeLine, attributeGroups, MANY_ATTRIBUTES } from "./attributeGroups";
import { valueText } from "./attributeValue";
import { NothingYet, ProfileSection } from "./ProfileSection";
import type { JsonPart } from "./profileAddress";

export interface AttributesSectionProps {
  profile: ProfileView;
  filter: string;
  onFilter: (text: string) => void;
  /** The attribute whose past is open. */
  opened: string | undefined;
  onOpen: (name: string | undefined) => void;
  onJson: (part: JsonPart) => void;
}

export function AttributesSection({ profile, filter, onFilter, opened, onOpen, onJson }: AttributesSectionProps) {
  const groups = attributeGroups(profile, filter);
  const hasFilter = filter !== "" || groups.all + groups.deleted >= MANY_ATTRIBUTES;
  const row = (line: AttributeLine) => (
    <AttributeRow
      key={line.name}
      line={line}
      mpid={profile.mpid}
      workspace={profile.workspace}
      open={opened === line.name}
      onOpenChange={(open) => onOpen(open ? line.name : undefined)}
    />
  );
  return (
    <ProfileSection
      title="User attributes"
      count={groups.deleted > 0 ? `${countText(groups.all)}, ${groups.deleted} deleted` : countText(groups.all)}
      part="attributes"
      onJson={onJson}
      tools={hasFilter && <AttributeFilter filter={filter} onFilter={onFilter} />}
    >
      {groups.reserved.length > 0 && <ul className="attributes attributes-reserved">{groups.reserved.map(row)}</ul>}
      {groups.own.length > 0 && <ul className="attributes">{groups.own.map(row)}</ul>}
      {groups.shown === 0 && (
        <NothingYet>
          {filter === "" ? "No attribute has been set in this workspace." : `No attribute contains “${filter}”.`}
        </NothingYet>
      )}
      <span className="spoken" role="status">
        {filter === "" ? "" : `${groups.shown} attributes match`}
      </span>
    </ProfileSection>
  );
}

function AttributeFilter({ filter, onFilter }: { filter: string; onFilter: (text: string) => void }) {
  return (
    <div className="attribute-filter">
      <TextField
        label="Filter the attributes"
        placeholder="Filter"
        icon={Search}
        clearable
        value={filter}
        onText={onFilter}
        data-search
        onKeyDown={(event) => {
          if (event.key !== "Escape" || filter === "") return;
          event.stopPropagation();
          onFilter("");
        }}
      />
    </div>
  );
}

interface AttributeRowProps {
  line: AttributeLine;
  mpid: string;
  workspace: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function AttributeRow({ line, mpid, workspace, open, onOpenChange }: AttributeRowProps) {
  const text = line.value === null ? "deleted" : valueText(line.name, line.value);
  const trigger = (
    <button type="button" className="cols-row compact attribute-row" data-open={open || undefined} data-row>
      <span className="mono trunc" title={line.name}>
        {line.name}
      </span>
      <span className={line.value === null ? "t3 trunc attribute-gone" : "trunc"} title={text}>
        {text}
      </span>
      <span className="num t3 attribute-when">
        <Time ms={line.time_ms} form="short" />
      </span>
      {open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
    </button>
  );
  return (
    <li>
      <Popover
        label={`History of ${line.name}`}
        width={360}
        align="end"
        quiet
        trigger={trigger}
        open={open}
        onOpenChange={onOpenChange}
      >
        <AttributeHistory line={line} mpid={mpid} workspace={workspace} />
      </Popover>
    </li>
  );
}
