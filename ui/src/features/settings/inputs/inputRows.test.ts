import { expect, it } from "vitest";
import type { InputView } from "../../../api/generated/admin";
import { inputRows } from "./inputRows";

function input(id: number, name: string, workspace: number): InputView {
  return { id, name, workspace, kind: "platform", platform: "web", key_alone: true, created_ms: 0, keys: [] };
}

it("puts inputs under their workspaces, by name whatever its case", () => {
  const rows = inputRows(
    [input(1, "Web", 1), input(2, "iOS app", 1), input(3, "Feed", 2)],
    [{ id: 1, name: "Trail", scope: 1, created_ms: 0 }],
  );
  expect(rows.map((row) => (row.kind === "head" ? `${row.name} ${row.count}` : row.input.name))).toEqual([
    "Trail 2",
    "iOS app",
    "Web",
    "Workspace 2 1",
    "Feed",
  ]);
});
