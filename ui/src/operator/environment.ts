/** Which environment's users are looked at. */

import { remembered } from "../components/remembered";

export const environments = ["production", "development"] as const;
export type Environment = (typeof environments)[number];

export const environment = remembered<Environment>(
  "environment",
  (stored) => environments.find((name) => name === stored) ?? "production",
);

export function environmentWords(name: Environment): string {
  return name === "production" ? "Production" : "Development";
}
