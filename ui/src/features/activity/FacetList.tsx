/** Values to choose from, each with its number of events and a bar; several can be chosen. */

import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import type { FacetView } from "../../api/generated/admin";
import { countText } from "../../components/numbers";
import { TextField } from "../../components/TextField";
import { facetRows } from "./filterWords";

/** Worth a search field from this many on. */
const MANY = 8;

export interface FacetListProps {
  facets: readonly FacetView[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  onClear: () => void;
  /** What the numbers count: events, unless told. */
  counted?: string | undefined;
  /** What is to be known about the numbers. */
  note?: string | undefined;
}

function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input")];
  const at = boxes.indexOf(document.activeElement as HTMLInputElement);
  const next = boxes[Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1))];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function FacetList({ facets, chosen, onToggle, onClear, counted = "Events", note }: FacetListProps) {
  const [typed, setTyped] = useState("");
  const rows = facetRows(facets, chosen, typed);
  const most = Math.max(...facets.map((facet) => facet.count), 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk among the boxes inside.
    <div className="facets" onKeyDown={walk}>
      {facets.length >= MANY && (
        <div className="facets-search">
          <TextField label="Search the values" placeholder="Search" icon={Search} value={typed} onText={setTyped} />
        </div>
      )}
      <div className="facets-head" aria-hidden>
        <span>Value</span>
        <span>{counted}</span>
      </div>
      <ul className="facets-list">
        {rows.map((facet) => (
          <FacetRow
            key={facet.value}
            facet={facet}
            share={facet.count / most}
            chosen={chosen.includes(facet.value)}
            onToggle={() => onToggle(facet.value)}
          />
        ))}
      </ul>
      {rows.length === 0 && (
        <p className="facets-none">{typed === "" ? "Nothing to choose from yet" : "No value matches"}</p>
      )}
      {(note !== undefined || chosen.length > 0) && (
        <div className="facets-foot">
          <span>{note}</span>
          {chosen.length > 0 && (
            <button type="button" className="facets-clear" onClick={onClear}>
              Clear
            </button>
          )}
        </div>
      )}
    </div>
  );
}

interface FacetRowProps {
  facet: FacetView;
  share: number;
  chosen: boolean;
  onToggle: () => void;
}

function FacetRow({ facet, share, chosen, onToggle }: FacetRowProps) {
  const id = useId();
  return (
    <li className="facets-row">
      <input id={id} type="checkbox" checked={chosen} onChange={onToggle} />
      <label htmlFor={id}>
        <u style={{ width: `${share * 100}%` }} aria-hidden />
        <span className="trunc" title={facet.label === facet.value ? undefined : facet.value}>
          {facet.label}
        </span>
        <span className="facets-count">{countText(facet.count)}</span>
      </label>
    </li>
  );
}
