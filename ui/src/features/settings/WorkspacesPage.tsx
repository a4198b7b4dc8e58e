/** The workspaces. */

export function WorkspacesPage() {
  return <div className="screen" />;
}
