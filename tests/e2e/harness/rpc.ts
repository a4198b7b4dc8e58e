import type { Commands } from "../../../ui/src/api/generated/admin.ts";

/** Asks a server directly, without a browser: what the screens must agree with. */
export async function rpc<Name extends keyof Commands>(
  url: string,
  command: Name,
  request: Commands[Name]["request"],
): Promise<Commands[Name]["view"]> {
  const answer = await fetch(`${url}/api/rpc/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-uav": "1" },
    body: JSON.stringify(request),
  });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${command} answered ${answer.status}: ${JSON.stringify(body)}`);
  return body as Commands[Name]["view"];
}
