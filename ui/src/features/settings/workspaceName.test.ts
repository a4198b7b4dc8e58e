import { expect, it } from "vitest";
import { nameFault } from "./workspaceName";

it("names what is wrong with a name", () => {
  expect(nameFault(" ", [])).toBe("A workspace needs a name");
  expect(nameFault("x".repeat(65), [])).toBe("At most 64 characters");
  expect(nameFault(" northwind trail", ["Northwind Trail"])).toBe("Another workspace has this name");
  expect(nameFault("Northwind Rental", ["Northwind Trail"])).toBeUndefined();
  expect(nameFault("🏔".repeat(64), [])).toBeUndefined();
});
