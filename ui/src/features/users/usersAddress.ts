/** The state of the search screen as it stands in the address. */

export interface UsersAddress {
  /** What is searched for. */
  q?: string;
  /** Only this identity type. */
  kind?: string;
  /** `false`: identities that a user no longer has do not count. */
  former?: false;
}

export function readUsersAddress(search: Record<string, unknown>): UsersAddress {
  const address: UsersAddress = {};
  // The router reads digits as a number.
  const q = typeof search.q === "number" ? String(search.q) : search.q;
  if (typeof q === "string" && q.trim() !== "") address.q = q;
  if (typeof search.kind === "string" && search.kind !== "") address.kind = search.kind;
  if (search.former === false) address.former = false;
  return address;
}
