/** The inputs as the rows of their list: a head for each workspace, its inputs by name. */

import type { InputView, WorkspaceView } from "../../../api/generated/admin";

export type InputRow =
  | { kind: "head"; key: string; name: string; count: number }
  | { kind: "input"; key: string; input: InputView };

export function inputRows(inputs: readonly InputView[], workspaces: readonly WorkspaceView[]): InputRow[] {
  const names = new Map(workspaces.map((workspace) => [workspace.id, workspace.name]));
  const ids = [...new Set(inputs.map((input) => input.workspace))].toSorted((one, other) => one - other);
  return ids.flatMap((id): InputRow[] => {
    // As one looks them up: `iOS app` is no end of the alphabet.
    const own = inputs
      .filter((input) => input.workspace === id)
      .toSorted((one, other) => one.name.localeCompare(other.name));
    return [
      { kind: "head", key: `w${id}`, name: names.get(id) ?? `Workspace ${id}`, count: own.length },
      ...own.map((input): InputRow => ({ kind: "input", key: `i${input.id}`, input })),
    ];
  });
}
