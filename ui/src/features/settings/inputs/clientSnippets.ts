/** Snippets for applications that people hold in their hands. */

import { code } from "../../../components/snippet";
import { exampleEnvironment, type SdkSnippet, type SnippetFacts } from "./snippets";

export function clientSnippets(facts: SnippetFacts): SdkSnippet[] {
  return [webSnippet(facts), iosSnippet(facts), androidSnippet(facts)];
}

/** The library wants hosts without a scheme. */
function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "");
}

function isPlain(origin: string): boolean {
  return origin.startsWith("http://");
}

function webSnippet({ origin, key, environment }: SnippetFacts): SdkSnippet {
  const host = hostOf(origin);
  const development = String(exampleEnvironment(environment) === "development");
  const hosts = code`  configUrl: "${host}/JS/v2/",
  identityUrl: "${host}/v1/",
  aliasUrl: "${host}/v1/identity/",
  v1SecureServiceUrl: "${host}/v1/JS/",
  v2SecureServiceUrl: "${host}/v2/JS/",
  v3SecureServiceUrl: "${host}/v3/JS/",
  userAudienceUrl: "${host}/v1/",
});`;
  // What the configuration of the engine says otherwise.
  const withoutTls = code`  requestConfig: false,
  forceHttps: false,
  workspaceToken: "${key.slice(4, 12)}",
  flags: { eventsV3: "100", eventBatchingIntervalMillis: "1000" },
`;
  return {
    sdk: "Web",
    note: isPlain(origin)
      ? "npm install @mparticle/web-sdk. Without TLS the page asks for no configuration, and its alias and audience requests do not arrive: the library sends those by HTTPS alone."
      : "npm install @mparticle/web-sdk. Hosts stand without a scheme and end in a slash.",
    pieces: [
      ...code`import mParticle from "@mparticle/web-sdk";

mParticle.init("${key}", {
  isDevelopmentMode: ${development},
`,
      ...(isPlain(origin) ? withoutTls : []),
      ...hosts,
    ],
  };
}

/** Native libraries know no plain HTTP. */
function nativeNote(origin: string, words: string): string {
  if (!isPlain(origin)) return words;
  return `${words} The library sends by HTTPS alone: put a name with a certificate in front of ${hostOf(origin)} and write that name here.`;
}

function iosSnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  const host = hostOf(origin);
  return {
    sdk: "iOS",
    note: nativeNote(origin, "Swift, also for tvOS."),
    pieces: code`import mParticle_Apple_SDK

let options = MParticleOptions(
    key: "${key}",
    secret: "${secret}")
options.environment = .${exampleEnvironment(environment)}

let network = MPNetworkOptions()
network.configHost = "${host}"
network.eventsHost = "${host}"
network.identityHost = "${host}"
network.aliasHost = "${host}"
network.pinningDisabled = true
options.networkOptions = network

MParticle.sharedInstance().start(with: options)`,
  };
}

function androidSnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  const host = hostOf(origin);
  const named = exampleEnvironment(environment) === "production" ? "Production" : "Development";
  return {
    sdk: "Android",
    note: nativeNote(origin, "Kotlin, in onCreate of the Application."),
    pieces: code`val network = NetworkOptions.builder()
    .addDomainMapping(DomainMapping.configMapping("${host}").build())
    .addDomainMapping(DomainMapping.eventsMapping("${host}").build())
    .addDomainMapping(DomainMapping.identityMapping("${host}").build())
    .addDomainMapping(DomainMapping.audienceMapping("${host}").build())
    .setPinningDisabled(true)
    .build()

val options = MParticleOptions.builder(this)
    .credentials("${key}", "${secret}")
    .environment(MParticle.Environment.${named})
    .networkOptions(network)
    .build()

MParticle.start(options)`,
  };
}
