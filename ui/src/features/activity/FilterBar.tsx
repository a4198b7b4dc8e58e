/** What narrows the timeline, chip by chip; everything is in the address. */

import type { ActivityFacetsView, ProfileView } from "../../api/generated/admin";
import { Button } from "../../components/Button";
import { countText } from "../../components/numbers";
import { type ActivityAddress, isFiltered, type Loose, toggled } from "./address";
import { DateFilter } from "./DateFilter";
import { FacetFilter } from "./FacetFilter";
import { distinctLabels } from "./filterWords";
import "./filters.css";

export interface FilterBarProps {
  profile: ProfileView;
  facets: ActivityFacetsView | undefined;
  address: ActivityAddress;
  onChange: (change: Loose<ActivityAddress>) => void;
  onClear: () => void;
  /** Events within the brush and in all. */
  counts: { within: number; all: number };
  namesOpen: boolean;
  onNamesOpen: (open: boolean) => void;
  /** Shows the days as a table. */
  onDays: () => void;
}

export function FilterBar({ profile, facets, address, onChange, onClear, counts, ...names }: FilterBarProps) {
  const note = facets?.truncated ? "Counted in the newest batches" : undefined;
  const inputs = (address.input ?? []).map(String);
  const count = `${countText(counts.within)} of ${countText(counts.all)}`;
  const highlighted = address.highlight ?? [];
  return (
    <div className="filters" role="toolbar" aria-label="Filters">
      <span className="filters-chips">
        <DateFilter from={address.from} to={address.to} count={count} onSpan={onChange} onTable={names.onDays} />
        <FacetFilter
          name="Input"
          facets={facets?.inputs ?? []}
          chosen={inputs}
          onToggle={(value) => onChange({ input: toggled(address.input, Number(value)) })}
          onClear={() => onChange({ input: undefined })}
          note={note}
        />
        <FacetFilter
          name="Type"
          facets={facets?.categories ?? []}
          chosen={address.type ?? []}
          onToggle={(value) => onChange({ type: toggled(address.type, value) })}
          onClear={() => onChange({ type: undefined })}
          swatch={<Swatches chosen={address.type ?? []} />}
          note={note}
        />
        <FacetFilter
          name="Name"
          facets={facets?.names ?? []}
          chosen={address.name ?? []}
          onToggle={(value) => onChange({ name: toggled(address.name, value) })}
          onClear={() => onChange({ name: undefined })}
          open={names.namesOpen}
          onOpenChange={names.onNamesOpen}
          note={note}
        />
        <FacetFilter
          name="Device"
          facets={distinctLabels(facets?.devices ?? [])}
          chosen={address.device ?? []}
          onToggle={(value) => onChange({ device: toggled(address.device, value) })}
          onClear={() => onChange({ device: undefined })}
          note={note}
        />
        {profile.workspaces.length > 1 && (
          <FacetFilter
            name="Workspace"
            facets={profile.workspaces.map((workspace) => ({
              value: String(workspace.id),
              label: workspace.name,
              count: workspace.inputs.reduce((sum, input) => sum + input.batches, 0),
            }))}
            chosen={address.in === undefined ? [] : [String(address.in)]}
            onToggle={(value) => onChange({ in: address.in === Number(value) ? undefined : Number(value) })}
            onClear={() => onChange({ in: undefined })}
            counted="Batches"
          />
        )}
        <FacetFilter
          name="Highlight"
          facets={facets?.names ?? []}
          chosen={highlighted}
          onToggle={(value) => onChange({ highlight: toggled(address.highlight, value) })}
          onClear={() => onChange({ highlight: undefined })}
          marks
          none="none"
          note="Marked, nothing is left out"
        />
      </span>
      {(isFiltered(address) || highlighted.length > 0) && (
        <Button kind="ghost" className="filters-clear" onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  );
}

const SHOWN = ["screen", "custom", "commerce"] as const;

/** The colours of the bars, those left out dimmed. */
function Swatches({ chosen }: { chosen: readonly string[] }) {
  return (
    <span className="swatches" aria-hidden>
      {SHOWN.map((category) => (
        <i
          key={category}
          data-category={category}
          data-off={(chosen.length > 0 && !chosen.includes(category)) || undefined}
        />
      ))}
    </span>
  );
}
