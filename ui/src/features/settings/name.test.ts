import { expect, it } from "vitest";
import { nameFault } from "./name";

it("names what is wrong with a name", () => {
  expect(nameFault("workspace", " ", [])).toBe("A workspace needs a name");
  expect(nameFault("input", "", [])).toBe("An input needs a name");
  expect(nameFault("workspace", "x".repeat(65), [])).toBe("At most 64 characters");
  expect(nameFault("workspace", " northwind trail", ["Northwind Trail"])).toBe("Another workspace has this name");
  expect(nameFault("workspace", "Northwind Rental", ["Northwind Trail"])).toBeUndefined();
  expect(nameFault("workspace", "🏔".repeat(64), [])).toBeUndefined();
});
