/** Those in use before those revoked, the newest on top. */

import type { CredentialView } from "../../../api/generated/admin";

export function readersInOrder(readers: readonly CredentialView[]): CredentialView[] {
  const revoked = (reader: CredentialView) => (reader.revoked_ms === null ? 0 : 1);
  return readers.toSorted((one, other) => revoked(one) - revoked(other) || other.created_ms - one.created_ms);
}
