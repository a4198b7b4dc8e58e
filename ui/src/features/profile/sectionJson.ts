/** A part of the profile as JSON text, as the engine answered it. */

import type { ProfileView } from "../../api/generated/admin";
import type { JsonPart } from "./profileAddress";

const TITLES: Readonly<Record<JsonPart, string>> = {
  profile: "Profile",
  identities: "Identities",
  attributes: "User attributes",
  devices: "Devices",
  consent: "Consent",
  attribution: "Attribution",
  workspaces: "Workspace usage",
};

export function partTitle(part: JsonPart): string {
  return TITLES[part];
}

/** The text of one section; the whole profile is the engine's own export. */
export function sectionJson(profile: ProfileView, part: Exclude<JsonPart, "profile">): string {
  return JSON.stringify(profile[part], null, 2);
}

/** A name for the file that it is saved as. */
export function partFile(mpid: string, part: JsonPart): string {
  return part === "profile" ? `profile-${mpid}.json` : `profile-${mpid}-${part}.json`;
}
