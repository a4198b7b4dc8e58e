/** What is known of a user now: the tab that opens with a profile. */

export function InformationRoute() {
  return null;
}
