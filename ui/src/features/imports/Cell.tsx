/** A cell of a list's row. The list has the focus, its cells do not. */

import type { ComponentProps } from "react";

const cell = { role: "gridcell" } as const;

export function Cell(props: ComponentProps<"span">) {
  return <span {...cell} {...props} />;
}
