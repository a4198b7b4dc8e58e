/** What differs between the settings that are in force and those on the screen, in words. */

import type { IdentityTypeView, ScopeSettings } from "../../../api/generated/admin";
import { sameOrder } from "./scopeDraft";
import { LOGIN_ID_WORDS, LOGOUT_WORDS, NEW_KNOWN_WORDS, SEARCH_WORDS } from "./settingWords";

export function labelOf(types: readonly IdentityTypeView[], name: string): string {
  return types.find((type) => type.name === name)?.label ?? name;
}

export function scopeChanges(saved: ScopeSettings, draft: ScopeSettings, types: readonly IdentityTypeView[]): string[] {
  const words = (names: readonly string[]) => names.map((name) => labelOf(types, name)).join(", ");
  const changes: string[] = [];
  const came = draft.priority.filter((type) => !saved.priority.includes(type));
  const went = saved.priority.filter((type) => !draft.priority.includes(type));
  if (came.length > 0) changes.push(`looked up by ${words(came)}`);
  if (went.length > 0) changes.push(`${words(went)} finds nobody`);
  const stayed = (from: ScopeSettings, by: ScopeSettings) => from.priority.filter((type) => by.priority.includes(type));
  if (!sameOrder(stayed(saved, draft), stayed(draft, saved))) changes.push("another order");
  for (const [trait, name] of [
    ["unique", "unique"],
    ["login", "log-in"],
  ] as const) {
    const on = draft[trait].filter((type) => !saved[trait].includes(type));
    const off = saved[trait].filter((type) => !draft[trait].includes(type));
    if (on.length > 0) changes.push(`${words(on)} ${name}`);
    if (off.length > 0) changes.push(`${words(off)} not ${name}`);
  }
  if (saved.immutable !== draft.immutable) {
    changes.push(draft.immutable === null ? "nothing immutable" : `${words([draft.immutable])} immutable`);
  }
  if (saved.new_known !== draft.new_known) changes.push(`a new known user ${NEW_KNOWN_WORDS[draft.new_known]}`);
  if (saved.on_logout !== draft.on_logout) changes.push(`on log-out ${LOGOUT_WORDS[draft.on_logout]}`);
  if (saved.login_needs_login_id !== draft.login_needs_login_id) {
    changes.push(
      `a log-in without a log-in identity ${LOGIN_ID_WORDS[draft.login_needs_login_id ? "refused" : "resolved"]}`,
    );
  }
  if (saved.search !== draft.search) changes.push(`search finds known users by ${SEARCH_WORDS[draft.search]}`);
  return changes;
}
