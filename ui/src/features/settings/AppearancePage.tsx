/** How the program looks. */

export function AppearancePage() {
  return <div className="screen" />;
}
