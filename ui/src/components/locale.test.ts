import { expect, it } from "vitest";
import { readable } from "./locale";

it("groups digits also where the system names no language", () => {
  expect(new Intl.NumberFormat(readable("en-US-u-va-posix")).format(1_204_331)).toBe("1,204,331");
  expect(readable("de-CH")).toBe("de-CH");
});
