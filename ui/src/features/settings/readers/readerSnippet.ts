/** What a reader pastes: a token for its id and secret, and with it a profile. */

import { code, type SnippetPiece } from "../../../components/snippet";

export interface ReaderFacts {
  origin: string;
  clientId: string;
  secret: string;
  workspace: number;
}

export function readerSnippet({ origin, clientId, secret, workspace }: ReaderFacts): SnippetPiece[] {
  return code`TOKEN=$(curl -s ${origin}/oauth/token \\
  -d grant_type=client_credentials \\
  -d client_id=${clientId} \\
  -d client_secret=${secret} |
  sed -E 's/.*"access_token": ?"([^"]+)".*/\\1/')

curl -H "Authorization: Bearer $TOKEN" \\
  "${origin}/userprofile/v1/1/1/${String(workspace)}/MPID?fields=user_identities,user_attributes"`;
}
