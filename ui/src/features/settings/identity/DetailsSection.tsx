/** What happens on a new log-in identity, on log-out and in a search. */

import type { ReactNode } from "react";
import type { NewKnown, OnLogout, ScopeSettings, SearchReach } from "../../../api/generated/admin";
import { Segmented } from "../../../components/Segmented";
import { LOGIN_ID_WORDS, LOGOUT_WORDS, NEW_KNOWN_WORDS, SEARCH_WORDS } from "./settingWords";

export interface DetailsSectionProps {
  settings: ScopeSettings;
  onChange: (settings: ScopeSettings) => void;
}

function options<T extends string>(words: Readonly<Record<T, string>>) {
  return (Object.entries(words) as [T, string][]).map(([value, each]) => ({ value, words: each }));
}

export function DetailsSection({ settings, onChange }: DetailsSectionProps) {
  const loginId = settings.login_needs_login_id ? "refused" : "resolved";
  return (
    <section className="identity-section" aria-label="Details">
      <div className="section-head">
        <h2>Details</h2>
      </div>
      <Detail name="A new known user" note="when a log-in identity is seen for the first time">
        <Segmented<NewKnown>
          label="A new known user"
          value={settings.new_known}
          options={options(NEW_KNOWN_WORDS)}
          onChoose={(new_known) => onChange({ ...settings, new_known })}
        />
      </Detail>
      <Detail name="On log-out" note="with whom one goes on">
        <Segmented<OnLogout>
          label="On log-out"
          value={settings.on_logout}
          options={options(LOGOUT_WORDS)}
          onChoose={(on_logout) => onChange({ ...settings, on_logout })}
        />
      </Detail>
      <Detail name="Log-in without a log-in identity" note="a call of login that carries none">
        <Segmented
          label="Log-in without a log-in identity"
          value={loginId}
          options={options(LOGIN_ID_WORDS)}
          onChoose={(next) => onChange({ ...settings, login_needs_login_id: next === "refused" })}
        />
      </Detail>
      <Detail name="Search finds known users by" note="IDSync’s search, not the box above">
        <Segmented<SearchReach>
          label="Search finds known users by"
          value={settings.search}
          options={options(SEARCH_WORDS)}
          onChoose={(search) => onChange({ ...settings, search })}
        />
      </Detail>
    </section>
  );
}

function Detail({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <div className="identity-detail">
      <span>{name}</span>
      {children}
      <span className="t3 wide">{note}</span>
    </div>
  );
}
