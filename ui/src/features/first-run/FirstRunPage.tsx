/** What an empty store shows. */

export function FirstRunPage() {
  return <div className="screen" />;
}
