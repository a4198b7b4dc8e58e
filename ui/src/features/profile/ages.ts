/** How long ago, for what began years back. */

const DAY_MS = 86_400_000;

/** `2 y 8 mo`, `3 mo`, `12 days`; absent for less than a day, where the time itself says more. */
export function age(since: number, now: number): string | null {
  const from = new Date(since);
  const to = new Date(now);
  let months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
  if (to.getDate() < from.getDate()) months -= 1;
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years > 0) return rest > 0 ? `${years} y ${rest} mo` : `${years} y`;
  if (months > 0) return `${months} mo`;
  const days = Math.floor((now - since) / DAY_MS);
  if (days < 1) return null;
  return days === 1 ? "1 day" : `${days} days`;
}
