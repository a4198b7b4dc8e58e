import { expect, it } from "vitest";
import { code, snippetText } from "./snippet";

it("tells what was put into a template", () => {
  const pieces = code`${"a"} = "${"b"}";`;
  expect(pieces).toEqual([
    { text: "a", live: true },
    { text: ' = "', live: false },
    { text: "b", live: true },
    { text: '";', live: false },
  ]);
  expect(snippetText(pieces)).toBe('a = "b";');
});
