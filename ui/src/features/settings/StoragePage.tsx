/** Where the data is. */

export function StoragePage() {
  return <div className="screen" />;
}
