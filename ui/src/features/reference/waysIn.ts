/** How a caller shows who it is, in words. */

import type { OpenApi, SecurityScheme } from "./openapi";
import type { Operation } from "./operations";

export interface WayIn {
  key: string;
  /** What is sent. */
  sends: string[];
  description: string;
}

/** Each alone is enough. None for an operation that anybody may call. */
export function waysIn(doc: OpenApi, { security, path }: Operation): WayIn[] {
  const schemes = doc.components?.securitySchemes ?? {};
  return security.map((requirement) => {
    const names = Object.keys(requirement);
    if (names.length === 0) return keyInPath(path);
    const needed = names.flatMap((name) => schemes[name] ?? []);
    return {
      key: names.join("+"),
      sends: needed.map(sent),
      description: needed.at(-1)?.description ?? "",
    };
  });
}

function keyInPath(path: string): WayIn {
  return path.includes("{key}")
    ? { key: "path", sends: ["{key}"], description: "The key in the path, where the input takes it alone." }
    : { key: "nothing", sends: ["nothing"], description: "Anybody may call it." };
}

/** What a scheme puts into a request. */
export function sent({ type, scheme, name }: SecurityScheme): string {
  if (type !== "http") return name ?? type;
  return scheme === "basic" ? "Authorization: Basic" : "Authorization: Bearer";
}
