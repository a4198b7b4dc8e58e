/** The timeline of a user. */

export function ActivityRoute() {
  return null;
}
