/** Strategies and the choices of a scope, in words. */

import type { NewKnown, OnLogout, SearchReach, Strategy } from "../../../api/generated/admin";

export const STRATEGY_NAMES: Readonly<Record<Strategy, string>> = {
  default: "Default",
  profile_conversion: "Profile Conversion",
  profile_link: "Profile Link",
  profile_isolation: "Profile Isolation",
  best_match: "Best Match",
  custom: "Custom",
};

export const STRATEGY_MEANINGS: Readonly<Record<Exclude<Strategy, "custom">, string>> = {
  default: "A customer ID, once set, is fixed for life",
  profile_conversion: "An anonymous visitor becomes the customer",
  profile_link: "Anonymous history stays apart from the customer",
  profile_isolation: "Nothing crosses a log-out, either way",
  best_match: "Whoever fits best is taken; nobody is protected",
};

export const NEW_KNOWN_WORDS: Readonly<Record<NewKnown, string>> = {
  extend: "extends the anonymous one",
  create: "is made anew",
};

export const LOGOUT_WORDS: Readonly<Record<OnLogout, string>> = {
  new: "new anonymous",
  return: "back to the old one",
  identify: "resolve",
};

export const LOGIN_ID_WORDS = { resolved: "is resolved", refused: "is refused" } as const;

export const SEARCH_WORDS: Readonly<Record<SearchReach, string>> = {
  protected: "log-in identities",
  any: "any identity",
};
