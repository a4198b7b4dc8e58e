import type { ProfileView, SearchHitView } from "../../../ui/src/api/generated/admin.ts";
import { rpc } from "./rpc.ts";

/** Users with an email of theirs that is current, last seen first. */
async function usersWithEmail(url: string): Promise<SearchHitView[]> {
  const { hits } = await rpc(url, "users_search", {
    query: "@",
    environment: "production",
    workspace: null,
    kind: "email",
    include_former: false,
    cursor: null,
    limit: 100,
  });
  return hits.filter((hit) => hit.name !== null);
}

/** A known user of the shop, and a piece from the middle of the email that nobody else's identities contain. */
export async function someone(url: string): Promise<{ hit: SearchHitView; infix: string; name: string }> {
  for (const hit of await usersWithEmail(url)) {
    const infix = hit.value.slice(1, hit.value.indexOf("@") + 3);
    const found = await rpc(url, "users_search", {
      query: infix,
      environment: "production",
      workspace: null,
      kind: null,
      include_former: true,
      cursor: null,
      limit: 10,
    });
    const matches = found.exact + found.prefix + found.infix;
    if (matches === 1 && found.infix === 1 && hit.name !== null) return { hit, infix, name: hit.name };
  }
  throw new Error("no email in the sample shop has a piece of its own");
}

/** The profile of a user as the engine tells it. */
export function profileOf(url: string, mpid: string): Promise<ProfileView> {
  return rpc(url, "profile_get", { mpid, workspace: null });
}

/** The first profile that is as wished, among the users seen last. */
export async function someoneWith(
  url: string,
  wish: (profile: ProfileView) => boolean,
): Promise<ProfileView> {
  for (const hit of await usersWithEmail(url)) {
    const profile = await profileOf(url, hit.mpid);
    if (wish(profile)) return profile;
  }
  throw new Error("nobody in the sample shop is as wished");
}
