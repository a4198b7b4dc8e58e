import { expect, it } from "vitest";
import { snippetText } from "../../../components/snippet";
import { readerSnippet } from "./readerSnippet";

it("asks for a token and with it for a profile of the workspace", () => {
  const text = snippetText(
    readerSnippet({ origin: "http://127.0.0.1:8787", clientId: "cid", secret: "sec", workspace: 2 }),
  );
  expect(text).toContain("http://127.0.0.1:8787/oauth/token");
  expect(text).toContain("client_id=cid");
  expect(text).toContain("/userprofile/v1/1/1/2/MPID");
  expect(text).toContain("\\1/");
});
