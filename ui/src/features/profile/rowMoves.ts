/** Walking with the arrows among rows that can be pressed: elements with `data-row`, in the order of the page. */

export function rowAfter(key: string, from: EventTarget, within: HTMLElement): HTMLElement | undefined {
  if (!(from instanceof HTMLElement) || !from.hasAttribute("data-row")) return undefined;
  const rows = [...within.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(from);
  switch (key) {
    case "ArrowDown":
      return rows[at + 1];
    case "ArrowUp":
      return rows[at - 1];
    case "Home":
      return rows[0];
    case "End":
      return rows.at(-1);
    default:
      return undefined;
  }
}
