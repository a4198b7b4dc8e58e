/** Snippets for back ends, by language. */

import { code } from "../../../components/snippet";
import { exampleEnvironment, type SdkSnippet, type SnippetFacts } from "./snippets";

export function serverSnippets(facts: SnippetFacts): SdkSnippet[] {
  return [nodeSnippet(facts), pythonSnippet(facts), rubySnippet(facts), goSnippet(facts), javaSnippet(facts)];
}

function nodeSnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  return {
    sdk: "Node",
    note: "npm install mparticle. An MPID must be given as a string: a JavaScript number loses its last digits.",
    pieces: code`const mParticle = require("mparticle");

const api = new mParticle.EventsApi(new mParticle.Configuration(
  "${key}",
  "${secret}"));
api.apiClient.basePath = "${origin}/v2";

const batch = new mParticle.Batch(mParticle.Batch.Environment.${exampleEnvironment(environment)});
batch.user_identities = new mParticle.UserIdentities();
batch.user_identities.customerid = "c-1";
batch.addEvent(new mParticle.AppEvent(mParticle.AppEvent.CustomEventType.other, "Hello"));

api.uploadEvents(batch, (error) => console.log(error ?? "stored"));`,
  };
}

function pythonSnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  return {
    sdk: "Python",
    note: "pip install mparticle. The host must be set before the API is made.",
    pieces: code`import mparticle

configuration = mparticle.Configuration()
configuration.host = "${origin}/v2"
configuration.api_key = "${key}"
configuration.api_secret = "${secret}"
api = mparticle.EventsApi(configuration)

batch = mparticle.Batch(environment="${exampleEnvironment(environment)}")
batch.user_identities = mparticle.UserIdentities(customerid="c-1")
batch.events = [mparticle.AppEvent("Hello", "other")]
api.upload_events(batch)`,
  };
}

function rubySnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  const [scheme = "http", host = ""] = origin.split("://");
  return {
    sdk: "Ruby",
    note: "gem install mparticle.",
    pieces: code`require "mparticle"

config = MParticle::Configuration.new
config.scheme = "${scheme}"
config.host = "${host}"
config.base_path = "/v2"
config.api_key = "${key}"
config.api_secret = "${secret}"

batch = MParticle::Batch.new
batch.environment = "${exampleEnvironment(environment)}"
batch.user_identities = MParticle::UserIdentities.new
batch.user_identities.customerid = "c-1"
event = MParticle::AppEvent.new
event.event_name = "Hello"
event.custom_event_type = "other"
batch.events = [event]

MParticle::EventsApi.new(config).upload_events(batch).join`,
  };
}

function goSnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  const named = exampleEnvironment(environment) === "production" ? "Production" : "Development";
  return {
    sdk: "Go",
    note: "go get github.com/mParticle/mparticle-go-sdk/events",
    pieces: code`config := events.NewConfiguration()
config.BasePath = "${origin}/v2"
client := events.NewAPIClient(config)

ctx := context.WithValue(context.Background(), events.ContextBasicAuth, events.BasicAuth{
	APIKey:    "${key}",
	APISecret: "${secret}",
})

batch := events.Batch{Environment: events.${named}Environment}
batch.UserIdentities = &events.UserIdentities{CustomerID: "c-1"}
event := events.NewCustomEvent()
event.Data.EventName = "Hello"
event.Data.CustomEventType = events.OtherCustomEventType
batch.Events = []events.Event{event}

result, err := client.EventsAPI.UploadEvents(ctx, batch)`,
  };
}

function javaSnippet({ origin, key, secret, environment }: SnippetFacts): SdkSnippet {
  return {
    sdk: "Java",
    note: "com.mparticle:server-events-sdk. The address ends in a slash.",
    pieces: code`ApiClient client = new ApiClient(
    "${key}",
    "${secret}");
client.getAdapterBuilder().baseUrl("${origin}/v2/");
EventsApi api = client.createService(EventsApi.class);

Batch batch = new Batch()
    .environment(Batch.Environment.${exampleEnvironment(environment).toUpperCase()})
    .userIdentities(new UserIdentities().customerId("c-1"));
batch.addEventsItem(new CustomEvent().data(new CustomEventData()
    .eventName("Hello")
    .customEventType(CustomEventData.CustomEventType.OTHER)));

Response<Void> answer = api.uploadEvents(batch).execute();`,
  };
}
