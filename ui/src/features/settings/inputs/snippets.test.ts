import { describe, expect, it } from "vitest";
import { snippetText } from "../../../components/snippet";
import { SECRET_BLANK, type SnippetFacts, snippetsFor } from "./snippets";

const facts: SnippetFacts = {
  origin: "http://127.0.0.1:8787",
  key: "us1-0123456789abcdef0123456789abcdef",
  secret: "s".repeat(64),
  environment: "production",
};

function texts(platform: string, feed: boolean, wishes: Partial<SnippetFacts> = {}) {
  const made = snippetsFor(platform, feed, { ...facts, ...wishes });
  return new Map(made.map(({ sdk, pieces }) => [sdk, snippetText(pieces)]));
}

describe("snippets", () => {
  it("begin with the platform's own", () => {
    const all = ["Web", "iOS", "Android", "Node", "Python", "Ruby", "Go", "Java", "curl"];
    expect([...texts("web", false).keys()]).toEqual(all);
    expect([...texts("fire_tv", false).keys()][0]).toBe("Android");
    expect([...texts("tvos", false).keys()][0]).toBe("iOS");
    expect([...texts("server", false).keys()][0]).toBe("Node");
  });

  it("of a feed are for servers alone", () => {
    expect([...texts("feed", true).keys()]).toEqual(["Node", "Python", "Ruby", "Go", "Java", "curl"]);
  });

  it("carry key, secret and address", () => {
    for (const [sdk, text] of texts("web", false)) {
      expect(text, sdk).toContain(facts.key);
      expect(text, sdk).toContain("127.0.0.1:8787");
      if (sdk !== "Web") expect(text, sdk).toContain(facts.secret);
    }
  });

  it("never put a secret into a page", () => {
    expect(texts("web", false).get("Web")).not.toContain(facts.secret);
  });

  it("say SECRET where it is not known any more", () => {
    expect(texts("feed", true, { secret: SECRET_BLANK }).get("curl")).toContain(`${facts.key}:SECRET`);
  });

  it("tell a page every host, and keep it off HTTPS where the engine has none", () => {
    const plain = texts("web", false).get("Web") ?? "";
    expect(plain).toContain("forceHttps: false");
    expect(plain).toContain("requestConfig: false");
    const secure = texts("web", false, { origin: "https://events.example.com" }).get("Web") ?? "";
    expect(plain).toContain('v3SecureServiceUrl: "127.0.0.1:8787/v3/JS/"');
    expect(secure).toContain('configUrl: "events.example.com/JS/v2/"');
    expect(secure).toContain('userAudienceUrl: "events.example.com/v1/"');
    expect(secure).not.toContain("forceHttps");
  });

  it("name the environment of the key", () => {
    expect(texts("feed", true, { environment: "development" }).get("curl")).toContain('"environment": "development"');
    expect(texts("ios", false, { environment: "both" }).get("iOS")).toContain(".production");
    expect(texts("android", false, { environment: "development" }).get("Android")).toContain("Environment.Development");
  });
});
