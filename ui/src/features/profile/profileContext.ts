/** The profile that the tabs show, fetched once by the page around them. */

import { createContext, useContext } from "react";
import type { ProfileView } from "../../api/generated/admin";
import type { JsonPart } from "./profileAddress";

export interface OpenProfile {
  profile: ProfileView;
  /** Shows a part of it, or all, as JSON. */
  showJson: (part: JsonPart) => void;
}

const Context = createContext<OpenProfile | undefined>(undefined);

export const ProfileProvider = Context.Provider;

export function useProfile(): OpenProfile {
  const open = useContext(Context);
  if (!open) throw new Error("a tab of the profile stands outside of its page");
  return open;
}
