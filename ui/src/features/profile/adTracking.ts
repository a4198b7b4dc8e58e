/** Whether ad tracking is limited, in one line over all devices. */

import type { ProfileView } from "../../api/generated/admin";

export interface AdTracking {
  text: string;
  warn: boolean;
}

export function adTracking(
  profile: Pick<ProfileView, "limit_ad_tracking" | "limited_devices" | "devices">,
): AdTracking {
  const { limited_devices: limited } = profile;
  const devices = profile.devices.length;
  if (limited > 0) {
    // The count is over all workspaces, the list is of one: never "on 3 of 2".
    const of = devices >= limited && devices > 1 ? ` of ${devices}` : "";
    const noun = (of === "" ? limited : devices) === 1 ? "device" : "devices";
    return {
      text: of === "" && limited === 1 && devices === 1 ? "Limited" : `Limited on ${limited}${of} ${noun}`,
      warn: true,
    };
  }
  if (profile.limit_ad_tracking === false) return { text: "Allowed", warn: false };
  return { text: "Never said", warn: false };
}
