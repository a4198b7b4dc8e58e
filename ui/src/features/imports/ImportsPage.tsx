/** Imports under way and done. */

export function ImportsPage() {
  return <div className="screen" />;
}
