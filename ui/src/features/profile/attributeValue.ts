/** What an attribute's value looks like in a row. */

import type { ValueView } from "../../api/generated/admin";
import { groupedNumber } from "../../components/money";

/** Numbers under these names are codes, not quantities: nobody reads a year or a postcode with a comma. */
const CODE_NAME = /(^|[_\s$.-])(id|year|zip|zipcode|postcode|postal_?code|code|phone|mobile|pin|number|birth\w*)$/i;

/** The text of a value: numbers grouped unless they are codes, lists with their length in front. */
export function valueText(name: string, value: ValueView): string {
  switch (value.kind) {
    case "number":
      return CODE_NAME.test(name.replace(/([a-z])([A-Z])/g, "$1_$2")) ? value.text : groupedNumber(value.text);
    case "bool":
      return value.text === "true" ? "Yes" : value.text === "false" ? "No" : value.text;
    case "list":
      return `[${value.items.length}] ${value.items.join(", ")}`;
    case "tag":
      return "Tag";
    case "text":
      return value.text === "" ? "–" : value.text;
  }
}

/** The kind in words, for the head of the history. */
export function kindText(value: ValueView): string {
  switch (value.kind) {
    case "number":
      return "Number";
    case "bool":
      return "Yes or no";
    case "list":
      return "List";
    case "tag":
      return "Tag without a value";
    case "text":
      return "Text";
  }
}
