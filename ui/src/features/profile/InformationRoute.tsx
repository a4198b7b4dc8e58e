/** Everything known about the user, section by section: two columns, three in a wide window. */

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useRef } from "react";
import { KeyBar } from "../../components/KeyBar";
import { useMediaQuery } from "../../components/mediaQuery";
import { useShortcuts } from "../../components/shortcuts";
import { AttributesSection } from "./AttributesSection";
import { AttributionSection } from "./AttributionSection";
import { ConsentSection } from "./ConsentSection";
import { DetailsSection } from "./DetailsSection";
import { DevicesSection } from "./DevicesSection";
import { IdentitiesSection } from "./IdentitiesSection";
import { LatestEvents } from "./LatestEvents";
import { ProfileFacts } from "./ProfileFacts";
import { ProfileTabs } from "./ProfileTabs";
import { type ProfileAddress, profileAddress } from "./profileAddress";
import { useProfile } from "./profileContext";
import { rowAfter } from "./rowMoves";
import { UsageSection } from "./UsageSection";
import "./sections.css";

export function InformationRoute() {
  const { profile, showJson } = useProfile();
  const address = useSearch({ from: "/users/$mpid/" });
  const navigate = useNavigate();
  const wide = useMediaQuery("(min-width: 1600px)");
  const place = useRef<HTMLDivElement>(null);

  const change = useCallback(
    (next: { [K in keyof ProfileAddress]?: ProfileAddress[K] | undefined }) =>
      void navigate({
        to: ".",
        search: (before: Record<string, unknown>) => profileAddress({ ...before, ...next }),
        replace: true,
      }),
    [navigate],
  );
  const onFilter = useCallback((filter: string) => change({ filter: filter === "" ? undefined : filter }), [change]);
  const onOpen = useCallback((attribute: string | undefined) => change({ attribute }), [change]);

  useShortcuts("Profile", [
    {
      keys: "/",
      does: "Filter the attributes",
      run: () => place.current?.querySelector<HTMLInputElement>("[data-search]")?.focus(),
    },
  ]);

  return (
    <>
      <ProfileFacts profile={profile} onWorkspace={(ws) => change({ ws, attribute: undefined })} />
      <ProfileTabs open="information" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk among the rows inside, which are buttons. */}
      <div
        ref={place}
        className="information"
        onKeyDown={(event) => {
          const next = rowAfter(event.key, event.target, event.currentTarget);
          if (!next) return;
          event.preventDefault();
          next.focus();
        }}
      >
        <div className="information-left">
          <IdentitiesSection identities={profile.identities} onJson={showJson} />
          <AttributesSection
            profile={profile}
            filter={address.filter ?? ""}
            onFilter={onFilter}
            opened={address.attribute}
            onOpen={onOpen}
            onJson={showJson}
          />
        </div>
        <div className="information-middle">
          <DevicesSection devices={profile.devices} onJson={showJson} />
          <ConsentSection consent={profile.consent} onJson={showJson} />
          <AttributionSection attribution={profile.attribution} onJson={showJson} />
        </div>
        <div className="information-right">
          <DetailsSection profile={profile} />
          <UsageSection workspaces={profile.workspaces} open={profile.workspace} onJson={showJson} />
          {wide && <LatestEvents mpid={profile.mpid} />}
        </div>
      </div>
      <KeyBar
        keys={[
          { keys: ["1"], does: "information" },
          { keys: ["2"], does: "activity" },
          { keys: ["ArrowUp", "ArrowDown"], does: "move" },
          { keys: ["enter"], does: "history" },
          { keys: ["/"], does: "filter" },
          { keys: ["j"], does: "JSON" },
        ]}
      />
    </>
  );
}
