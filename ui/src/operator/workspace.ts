/** The workspace that is looked at: whose attributes a profile opens with, and where imports go. */

import { useCommand } from "../api/queries";
import { remembered } from "../components/remembered";

const chosen = remembered<number | null>("workspace", (stored) => (Number.isInteger(stored) ? Number(stored) : null));

export const chooseWorkspace = (id: number) => chosen.set(id);

/** All workspaces and the one that was chosen; the first while nobody chose. */
export function useWorkspace() {
  const id = chosen.use();
  const { data } = useCommand("workspaces_list", {});
  const workspaces = data?.workspaces ?? [];
  return { workspaces, workspace: workspaces.find((each) => each.id === id) ?? workspaces[0] };
}

/** The chosen workspace as searches name it: nothing for the first, so that none waits for the list of them. */
export function useSearchedWorkspace(): number | null {
  const { workspaces, workspace } = useWorkspace();
  return workspace === undefined || workspace === workspaces[0] ? null : workspace.id;
}
