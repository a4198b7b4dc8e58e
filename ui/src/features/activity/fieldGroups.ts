/** The fields of an event under the headings that the engine gives them. */

import type { FieldView } from "../../api/generated/admin";

export interface FieldGroup {
  name: string;
  fields: FieldView[];
}

/** Fields of one group together, groups in the order in which they first come. */
export function fieldGroups(fields: readonly FieldView[]): FieldGroup[] {
  const groups = new Map<string, FieldView[]>();
  for (const field of fields) {
    const group = groups.get(field.group);
    if (group) group.push(field);
    else groups.set(field.group, [field]);
  }
  return [...groups].map(([name, list]) => ({ name, fields: list }));
}
