/** One import. */

export function ImportJobPage() {
  return <div className="screen" />;
}
