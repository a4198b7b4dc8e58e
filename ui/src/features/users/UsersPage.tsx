/** Search for users. */

export function UsersPage() {
  return <div className="screen" />;
}
