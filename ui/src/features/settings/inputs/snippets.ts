/** What to paste into an application or a back end so that it sends to this engine. */

import type { KeyEnvironment } from "../../../api/generated/admin";
import { code, type SnippetPiece } from "../../../components/snippet";
import { clientSnippets } from "./clientSnippets";
import { serverSnippets } from "./serverSnippets";

export interface SnippetFacts {
  /** Where the engine is reached: `http://127.0.0.1:8787`. */
  origin: string;
  key: string;
  secret: string;
  environment: KeyEnvironment;
}

export interface SdkSnippet {
  /** For the tab: `iOS`. */
  sdk: string;
  pieces: readonly SnippetPiece[];
  /** What there is to know before it is pasted. */
  note: string;
}

/** What stands where a secret was that is not shown any more. */
export const SECRET_BLANK = "SECRET";

/** The snippets, the platform's own first; a feed is sent by servers alone. */
export function snippetsFor(platform: string, feed: boolean, facts: SnippetFacts): SdkSnippet[] {
  const servers = [...serverSnippets(facts), curlSnippet(facts)];
  if (feed) return servers;
  const clients = clientSnippets(facts);
  const own = ownSdk(platform);
  if (own === undefined) return [...servers, ...clients];
  const others = clients.filter(({ sdk }) => sdk !== own);
  return [...clients.filter(({ sdk }) => sdk === own), ...others, ...servers];
}

function ownSdk(platform: string): string | undefined {
  if (["ios", "tvos"].includes(platform)) return "iOS";
  if (["android", "fire_tv"].includes(platform)) return "Android";
  return ["server", "desktop"].includes(platform) ? undefined : "Web";
}

/** The environment that the example names: that of the key, and real users where it lets both in. */
export function exampleEnvironment(environment: KeyEnvironment): "production" | "development" {
  return environment === "development" ? "development" : "production";
}

function curlSnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  return {
    sdk: "curl",
    note: "One batch of one user. Answers 202 when it is stored.",
    pieces: code`curl ${origin}/v2/events \\
  -u ${key}:${secret} \\
  -H 'Content-Type: application/json' \\
  -d '{
    "environment": "${exampleEnvironment(environment)}",
    "user_identities": { "customer_id": "c-1" },
    "events": [
      { "event_type": "custom_event",
        "data": { "event_name": "Hello", "custom_event_type": "other" } }
    ]
  }'`,
  };
}
