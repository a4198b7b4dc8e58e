/** `/settings/identity?scope=2`: which scope is looked at. */

export interface IdentityAddress {
  scope?: number;
}

export function readIdentityAddress(search: Record<string, unknown>): IdentityAddress {
  const { scope } = search;
  return typeof scope === "number" && Number.isInteger(scope) && scope > 0 ? { scope } : {};
}
