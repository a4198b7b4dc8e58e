/** Right under its place: what cannot work or may surprise, and what mends it. */

import { CircleAlert, TriangleAlert } from "lucide-react";
import type { ScopeSettings } from "../../../api/generated/admin";
import type { PlacedFault } from "./faultPlaces";

const row = { role: "row" } as const;
const cell = { role: "gridcell" } as const;

export function FaultLine({ fault, onMend }: { fault: PlacedFault; onMend: (settings: ScopeSettings) => void }) {
  const Icon = fault.tone === "neg" ? CircleAlert : TriangleAlert;
  const { mend } = fault;
  return (
    <div {...row} className={`identity-fault identity-fault-${fault.tone}`}>
      <div {...cell} className="identity-fault-words">
        <Icon size={14} aria-hidden />
        <span role={fault.tone === "neg" ? "alert" : "status"}>
          {fault.text}.{" "}
          {mend && (
            <button type="button" onClick={() => onMend(mend.settings)}>
              {mend.words}
            </button>
          )}
        </span>
      </div>
    </div>
  );
}
