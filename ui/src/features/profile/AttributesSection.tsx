/** What is known about the user: reserved attributes two abreast, then the others by name. Each opens to its past. */

import { ChevronDown, ChevronRight, Search } from "lucide-react";
import { cloneElement, memo, useDeferredValue, useEffect, useRef, useState } from "react";
import type { ProfileView } from "../../api/generated/admin";
import { counted, countText } from "../../components/numbers";
import { Popover } from "../../components/Popover";
import { TextField } from "../../components/TextField";
import { Time } from "../../components/Time";
import { useSettled } from "../../components/useSettled";
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
  const [typed, setTyped] = useSettled(filter, onFilter, 250);
  const groups = attributeGroups(profile, useDeferredValue(typed));
  const hasFilter = typed !== "" || groups.all + groups.deleted >= MANY_ATTRIBUTES;
  // A row that was opened keeps its window, closed, so that the focus has somewhere to come back to.
  const [last, setLast] = useState(opened);
  if (opened !== undefined && opened !== last) setLast(opened);
  const row = (line: AttributeLine) => (
    <AttributeRow
      key={line.name}
      line={line}
      mpid={profile.mpid}
      workspace={profile.workspace}
      state={opened === line.name ? "open" : last === line.name ? "was open" : "closed"}
      onOpen={onOpen}
    />
  );
  return (
    <ProfileSection
      title="User attributes"
      count={groups.deleted > 0 ? `${countText(groups.all)}, ${groups.deleted} deleted` : countText(groups.all)}
      part="attributes"
      onJson={onJson}
      tools={hasFilter && <AttributeFilter filter={typed} onFilter={setTyped} />}
    >
      {groups.reserved.length > 0 && <ul className="attributes attributes-reserved">{groups.reserved.map(row)}</ul>}
      {groups.own.length > 0 && <ul className="attributes">{groups.own.map(row)}</ul>}
      {groups.shown === 0 && (
        <NothingYet>
          {typed === "" ? "No attribute has been set in this workspace." : `No attribute contains “${typed}”.`}
        </NothingYet>
      )}
      <span className="spoken" role="status">
        {typed === "" ? "" : `${counted(groups.shown, "attribute")} found`}
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
  state: "open" | "was open" | "closed";
  onOpen: (name: string | undefined) => void;
}

const AttributeRow = memo(function AttributeRow({ line, mpid, workspace, state, onOpen }: AttributeRowProps) {
  const open = state === "open";
  const place = useRef<HTMLLIElement>(null);
  // An address can open a row that is out of sight.
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const text = line.value === null ? "deleted" : valueText(line.name, line.value);
  const Chevron = open ? ChevronDown : ChevronRight;
  const button = (
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
      <Chevron size={12} aria-hidden />
    </button>
  );
  // Hundreds of windows that nobody opens would cost more than the rows.
  if (state === "closed") {
    const opener = { "aria-haspopup": "dialog", "aria-expanded": false, onClick: () => onOpen(line.name) } as const;
    return <li>{cloneElement(button, opener)}</li>;
  }
  return (
    <li ref={place}>
      <Popover
        label={`History of ${line.name}`}
        width={360}
        align="end"
        quiet
        trigger={button}
        open={open}
        onOpenChange={(next) => onOpen(next ? line.name : undefined)}
      >
        <AttributeHistory line={line} mpid={mpid} workspace={workspace} />
      </Popover>
    </li>
  );
});
