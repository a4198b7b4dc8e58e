/** A chip that opens to the values there are. */

import type { ReactNode } from "react";
import { ChipPopover } from "./ChipPopover";
import { FacetList, type FacetListProps } from "./FacetList";
import { chosenWords } from "./filterWords";

export interface FacetFilterProps extends FacetListProps {
  name: string;
  /** Before the name. */
  swatch?: ReactNode;
  /** The name is marked yellow, as what it chooses is in the list. */
  marks?: boolean | undefined;
  /** What the chip says when nothing is chosen: "any", unless told. */
  none?: string | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

export function FacetFilter({ name, swatch, marks, none, open, onOpenChange, ...list }: FacetFilterProps) {
  const on = list.chosen.length > 0;
  const value = on ? chosenWords(list.facets, list.chosen) : (none ?? "any");
  const words = (
    <>
      {swatch}
      {marks && on ? <mark>{name}</mark> : name}
      <b className="trunc filters-value">{value}</b>
    </>
  );
  return (
    <ChipPopover
      name={name}
      words={words}
      on={on}
      plain={marks}
      onClear={list.onClear}
      width={300}
      open={open}
      onOpenChange={onOpenChange}
    >
      <FacetList {...list} />
    </ChipPopover>
  );
}
