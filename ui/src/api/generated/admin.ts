// Made from the command table by `cargo xtask types`. Do not edit: a test compares it.

/**
 * Names an import job.
 */
export type ActOnImport = { 
/**
 * The job.
 */
job: string, };

/**
 * What there is to filter by, each with its number of events.
 */
export type ActivityFacetsView = { 
/**
 * Event names, most frequent first.
 */
names: Array<FacetView>, 
/**
 * Inputs.
 */
inputs: Array<FacetView>, 
/**
 * Devices.
 */
devices: Array<FacetView>, 
/**
 * Categories.
 */
categories: Array<FacetView>, 
/**
 * Whether only the newest batches were counted.
 */
truncated: boolean, };

/**
 * Which events to show; every part that is absent or empty lets all pass.
 */
export type ActivityFilter = { 
/**
 * From this moment, ms UTC, inclusive.
 */
from_ms: number | null, 
/**
 * Up to this moment, ms UTC, exclusive.
 */
to_ms: number | null, 
/**
 * Only these inputs.
 */
inputs: Array<number>, 
/**
 * Only these categories: `screen`, `commerce`, `custom`, `other`.
 */
categories: Array<string>, 
/**
 * Only events of these names.
 */
names: Array<string>, 
/**
 * Only these device application stamps.
 */
devices: Array<string>, 
/**
 * Only this workspace.
 */
workspace: number | null, };

/**
 * A page of the timeline.
 */
export type ActivityPageView = { 
/**
 * The events, in the order asked for.
 */
events: Array<TimelineEventView>, 
/**
 * The batches they came with.
 */
batches: Array<TimelineBatchView>, 
/**
 * Where the next page starts; absent after the last.
 */
next: string | null, };

/**
 * A user in an example.
 */
export type AffectedUserView = { 
/**
 * The user.
 */
mpid: string, 
/**
 * The best name there is; absent for the anonymous.
 */
name: string | null, };

/**
 * On which side of an alias a user is.
 */
export type AliasRole = "source" | "destination";

/**
 * What became of an alias.
 */
export type AliasState = "waiting" | "done" | "undone" | "refused";

/**
 * An alias as one of its two users shows it.
 */
export type AliasView = { 
/**
 * Its number.
 */
alias: string, 
/**
 * The user on the other side.
 */
mpid: string, 
/**
 * On which side this user is.
 */
role: AliasRole, 
/**
 * What became of it.
 */
state: AliasState, 
/**
 * From when events are copied, ms UTC, inclusive.
 */
from_ms: number, 
/**
 * Until when, ms UTC, inclusive.
 */
to_ms: number, 
/**
 * Only events of the device with this stamp are copied.
 */
device: string | null, 
/**
 * When it was asked for, ms UTC.
 */
asked_ms: number, 
/**
 * When it came into its state, or, while it waits, when it is to run, ms UTC.
 */
at_ms: number, 
/**
 * Why it was not allowed.
 */
reason: string | null, };

/**
 * Gives the whole log of a scope out anew by the settings in force.
 */
export type ApplyResolution = { 
/**
 * The scope.
 */
scope: number, };

/**
 * One value in an attribute's past.
 */
export type AttributeChangeView = { 
/**
 * The value; absent where it was deleted.
 */
value: ValueView | null, 
/**
 * When, ms UTC.
 */
time_ms: number, 
/**
 * The input that sent it.
 */
input: string, 
/**
 * The log entry.
 */
seq: string, };

/**
 * The values of an attribute, newest first.
 */
export type AttributeHistoryView = { 
/**
 * The changes; equal values in a row count once.
 */
changes: Array<AttributeChangeView>, 
/**
 * Whether the log held more batches than were read.
 */
truncated: boolean, };

/**
 * One user attribute with where it came from.
 */
export type AttributeView = { 
/**
 * The name.
 */
name: string, 
/**
 * Whether the name is reserved (`$Age` …).
 */
reserved: boolean, 
/**
 * The value.
 */
value: ValueView, 
/**
 * When it was set, ms UTC.
 */
time_ms: number, 
/**
 * The input that set it.
 */
input: string, 
/**
 * The log entry that set it.
 */
seq: string, };

/**
 * An install attribution.
 */
export type AttributionView = { 
/**
 * Who brought the user.
 */
publisher: string, 
/**
 * With which campaign.
 */
campaign: string, 
/**
 * When, ms UTC.
 */
time_ms: number, 
/**
 * The device installed on.
 */
device: string | null, 
/**
 * Whether it is the one that counts for its device (the earliest).
 */
counts: boolean, };

/**
 * Asks whether settings can work.
 */
export type CheckScopeSettings = { 
/**
 * The settings.
 */
settings: ScopeSettings, };

/**
 * How the door for SDKs stands.
 */
export type CollectorView = { 
/**
 * Whether it can be opened and closed here; a server's is always open, at the server's own address.
 */
can_switch: boolean, 
/**
 * Whether it shall be open.
 */
on: boolean, 
/**
 * The port that it is or would be on; absent where the server's own counts.
 */
port: number | null, 
/**
 * Where SDKs send to, when it is open; absent where the server's own address counts.
 */
address: string | null, 
/**
 * Why it is not open though it shall be.
 */
fault: string | null, };

/**
 * The order around the products.
 */
export type CommerceView = { 
/**
 * `add_to_cart`, `purchase` …, `promotion_view`, `impression`.
 */
action: string, 
/**
 * ISO 4217.
 */
currency: string | null, 
/**
 * The order's id.
 */
transaction_id: string | null, 
/**
 * Two decimals each.
 */
total: string | null, 
/**
 * Tax within the total.
 */
tax: string | null, 
/**
 * Shipping within the total.
 */
shipping: string | null, 
/**
 * The order's coupon.
 */
coupon: string | null, 
/**
 * The products.
 */
products: Array<ProductLineView>, };

/**
 * The current record of consent for one purpose.
 */
export type ConsentView = { 
/**
 * `gdpr` or `ccpa`.
 */
regulation: string, 
/**
 * The purpose as spelled.
 */
purpose: string, 
/**
 * GDPR: agreed. CCPA: opted out of sale.
 */
consented: boolean, 
/**
 * When it was stated, ms UTC.
 */
time_ms: number, 
/**
 * The document shown.
 */
document: string | null, 
/**
 * Where.
 */
location: string | null, 
/**
 * On which device.
 */
hardware_id: string | null, 
/**
 * The input that it came from.
 */
input: string, };

/**
 * Makes a credential.
 */
export type CreateCredential = { 
/**
 * 1 to 64 characters.
 */
name: string, 
/**
 * The workspaces it may read, at least one.
 */
workspaces: Array<number>, };

/**
 * Makes an input with its first key.
 */
export type CreateInput = { 
/**
 * Its workspace.
 */
workspace: number, 
/**
 * 1 to 64 characters, not in use in the workspace.
 */
name: string, 
/**
 * What kind; files make their inputs themselves.
 */
kind: InputKind, 
/**
 * `web`, `ios`, `android`, `tvos`, `roku`, `fire_tv`, `alexa`, `smart_tv`, `xbox`, `desktop`, `server`, `feed` …
 */
platform: string, 
/**
 * For which data its first key is.
 */
environment: KeyEnvironment, };

/**
 * Makes another key for an input.
 */
export type CreateKey = { 
/**
 * Which input.
 */
input: number, 
/**
 * For which data the key is.
 */
environment: KeyEnvironment, };

/**
 * Makes a scope with the Default strategy.
 */
export type CreateScope = { 
/**
 * 1 to 64 characters, not in use.
 */
name: string, };

/**
 * Makes a workspace.
 */
export type CreateWorkspace = { 
/**
 * 1 to 64 characters, not in use.
 */
name: string, 
/**
 * The identity scope whose users it shares; absent for the first.
 */
scope: number | null, };

/**
 * The credentials, oldest first.
 */
export type CredentialListView = { 
/**
 * The credentials.
 */
credentials: Array<CredentialView>, };

/**
 * A credential of a reader.
 */
export type CredentialView = { 
/**
 * Its public part.
 */
client_id: string, 
/**
 * What people call it; empty for old ones.
 */
name: string, 
/**
 * The workspaces it may read.
 */
workspaces: Array<number>, 
/**
 * When it was made, ms UTC.
 */
created_ms: number, 
/**
 * When it was revoked, ms UTC.
 */
revoked_ms: number | null, };

/**
 * The events of one UTC day, by category.
 */
export type DayView = { 
/**
 * The day's start, ms UTC.
 */
day_ms: number, 
/**
 * Screens.
 */
screen: number, 
/**
 * Commerce.
 */
commerce: number, 
/**
 * Custom events.
 */
custom: number, 
/**
 * All others.
 */
other: number, };

/**
 * A user attribute that was deleted.
 */
export type DeletedAttributeView = { 
/**
 * The name.
 */
name: string, 
/**
 * Whether the name is reserved.
 */
reserved: boolean, 
/**
 * When it was deleted, ms UTC.
 */
time_ms: number, 
/**
 * The input that deleted it.
 */
input: string, 
/**
 * The log entry that deleted it.
 */
seq: string, };

/**
 * A device of the user in this workspace.
 */
export type DeviceView = { 
/**
 * The device application stamp; absent when the device is only known by an id.
 */
stamp: string | null, 
/**
 * `iPhone 15 Pro`, or what comes nearest.
 */
name: string, 
/**
 * `iOS`, `Android`, `web` …, lower or mixed case as sent.
 */
platform: string | null, 
/**
 * The system's version.
 */
os_version: string | null, 
/**
 * The application and its version.
 */
application: string | null, 
/**
 * Advertising ids, vendor ids, push token.
 */
identities: Array<FactView>, 
/**
 * Whether the owner limits ad tracking; absent when never said.
 */
limit_ad_tracking: boolean | null, 
/**
 * The answer to Apple's prompt: `authorized`, `denied` …
 */
att_status: string | null, 
/**
 * When it was answered, ms UTC.
 */
att_time_ms: number | null, 
/**
 * The push token, when one is registered.
 */
push_token: string | null, 
/**
 * Every other fact.
 */
facts: Array<FactView>, 
/**
 * First seen, ms UTC.
 */
first_seen_ms: number, 
/**
 * Last seen, ms UTC.
 */
last_seen_ms: number, 
/**
 * The inputs it was seen through.
 */
inputs: Array<string>, };

/**
 * An event, whole.
 */
export type EventDetailView = { 
/**
 * The event as on the timeline; absent when the batch alone was asked for.
 */
event: TimelineEventView | null, 
/**
 * The batch that it came with.
 */
batch: TimelineBatchView, 
/**
 * Its fields in words.
 */
fields: Array<FieldView>, 
/**
 * The event as JSON, indented, digit for digit as it was sent.
 */
event_json: string | null, 
/**
 * The batch as JSON, indented, likewise.
 */
batch_json: string, 
/**
 * The batch exactly as it was received.
 */
raw: string, };

/**
 * Asks for the profile as JSON.
 */
export type ExportProfile = { 
/**
 * The user.
 */
mpid: string, };

/**
 * One thing to filter by.
 */
export type FacetView = { 
/**
 * What the filter takes.
 */
value: string, 
/**
 * What people read.
 */
label: string, 
/**
 * Events with it.
 */
count: number, };

/**
 * One fact of a device.
 */
export type FactView = { 
/**
 * Its name on the wire.
 */
name: string, 
/**
 * Its value.
 */
value: string, };

/**
 * One fault of a request, at a place in it.
 */
export type FieldFault = { 
/**
 * The path into the request: `filter.names[3]`.
 */
path: string, 
/**
 * What is wrong with it.
 */
message: string, };

/**
 * One labelled field.
 */
export type FieldView = { 
/**
 * The group it stands in: `Event`, `Attributes`, `Device` …
 */
group: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its value in words.
 */
value: string, };

/**
 * Asks for a page of the timeline.
 */
export type GetActivity = { 
/**
 * The user.
 */
mpid: string, 
/**
 * Which events.
 */
filter: ActivityFilter, 
/**
 * Oldest first instead of newest first.
 */
oldest_first: boolean, 
/**
 * The `next` of the page before.
 */
cursor: string | null, 
/**
 * At most this many events, 1 to 500.
 */
limit: number, };

/**
 * Asks what there is to filter by.
 */
export type GetActivityFacets = { 
/**
 * The user.
 */
mpid: string, };

/**
 * Asks how an attribute came to its value.
 */
export type GetAttributeHistory = { 
/**
 * The user.
 */
mpid: string, 
/**
 * The workspace.
 */
workspace: number, 
/**
 * The attribute.
 */
name: string, };

/**
 * Asks how the door for SDKs stands.
 */
export type GetCollector = Record<symbol, never>;

/**
 * Asks for one event, or with no index for its batch alone.
 */
export type GetEvent = { 
/**
 * The user.
 */
mpid: string, 
/**
 * The log entry.
 */
seq: string, 
/**
 * The event's place in it.
 */
index: number | null, };

/**
 * Asks how much may come in.
 */
export type GetLimits = Record<symbol, never>;

/**
 * Asks for a profile.
 */
export type GetProfile = { 
/**
 * The user.
 */
mpid: string, 
/**
 * Whose attributes, consent and devices; absent for the workspace last seen.
 */
workspace: number | null, };

/**
 * Asks for the description.
 */
export type GetReference = Record<symbol, never>;

/**
 * Asks for the preview at work, or the last one.
 */
export type GetResolutionPreview = Record<symbol, never>;

/**
 * Asks for the engine's state.
 */
export type GetStatus = Record<symbol, never>;

/**
 * Asks where the data is.
 */
export type GetStorage = Record<symbol, never>;

/**
 * A type of identity.
 */
export type IdentityTypeView = { 
/**
 * Its canonical name.
 */
name: string, 
/**
 * What people call it.
 */
label: string, 
/**
 * Whether it names a device rather than a person.
 */
device: boolean, };

/**
 * An identity held now or before.
 */
export type IdentityView = { 
/**
 * The type.
 */
kind: string, 
/**
 * As people call it.
 */
label: string, 
/**
 * The text given.
 */
value: string, 
/**
 * Its place in the order by which users are looked up, from 1; absent when nobody is found by it.
 */
priority: number | null, 
/**
 * Whether it makes the user known.
 */
login: boolean, 
/**
 * Whether the user no longer has it.
 */
former: boolean, 
/**
 * Since when, ms UTC.
 */
since_ms: number, 
/**
 * Until when, if former.
 */
until_ms: number | null, 
/**
 * The input that it came from.
 */
input: string, 
/**
 * The log entry that it came with.
 */
seq: string, };

/**
 * One import.
 */
export type ImportJobView = { 
/**
 * The job.
 */
job: string, 
/**
 * The file's name, or `Sample shop`.
 */
name: string, 
/**
 * Where it stands.
 */
state: ImportState, 
/**
 * Whether nothing is stored.
 */
dry_run: boolean, 
/**
 * Whether this is the sample shop.
 */
sample: boolean, 
/**
 * The file, to be imported again or after a dry run; absent for the sample shop and the standard input.
 */
source: ImportSource | null, 
/**
 * Bytes of the file; for the sample, batches expected.
 */
total: number, 
/**
 * Of them read.
 */
done: number, 
/**
 * Lines (batches) read.
 */
lines: number, 
/**
 * Batches stored, or in a dry run that would be.
 */
accepted: number, 
/**
 * Batches that were here before.
 */
duplicates: number, 
/**
 * Lines refused whole.
 */
refused: number, 
/**
 * Parts refused of batches that were stored.
 */
remarks: number, 
/**
 * Events stored.
 */
events: number, 
/**
 * Profiles made.
 */
created: number, 
/**
 * Profiles that were there and changed, counted once each in a dry run, once per group otherwise.
 */
updated: number, 
/**
 * The line up to which everything is durable.
 */
safe_line: number, 
/**
 * Lines per second now.
 */
rate: number, 
/**
 * Lines per second since the start, at most 60 values, oldest first.
 */
rates: Array<number>, 
/**
 * Time left, ms; absent when unknown.
 */
left_ms: number | null, 
/**
 * When it was started, ms UTC.
 */
started_ms: number, 
/**
 * When it ended, ms UTC.
 */
finished_ms: number | null, 
/**
 * Refused lines and remarks by reason.
 */
reasons: Array<ReasonCountView>, 
/**
 * Why it failed.
 */
fault: string | null, };

/**
 * The jobs, running ones first, then newest first.
 */
export type ImportListView = { 
/**
 * The jobs.
 */
jobs: Array<ImportJobView>, };

/**
 * What a file looks like.
 */
export type ImportPreviewView = { 
/**
 * The file's name.
 */
name: string, 
/**
 * `NDJSON`, `JSON array`, `JSON object`.
 */
format: string, 
/**
 * `plain`, `gzip` or `zstd`.
 */
compression: string, 
/**
 * Bytes on disk.
 */
bytes: number, 
/**
 * The first batches, at most 20.
 */
rows: Array<PreviewRowView>, };

/**
 * Where a file is.
 */
export type ImportSource = { "from": "upload", 
/**
 * The id that the upload answered.
 */
id: string, } | { "from": "path", 
/**
 * The whole path.
 */
path: string, };

/**
 * Where a job stands.
 */
export type ImportState = "running" | "paused" | "done" | "cancelled" | "failed";

/**
 * A key of an input.
 */
export type InputKeyView = { 
/**
 * Its public part.
 */
key: string, 
/**
 * For which data it is.
 */
environment: KeyEnvironment, 
/**
 * When it was made, ms UTC.
 */
created_ms: number, 
/**
 * When it was revoked, ms UTC.
 */
revoked_ms: number | null, };

/**
 * What kind of input.
 */
export type InputKind = "platform" | "custom_feed" | "partner_feed" | "file";

/**
 * The inputs, by workspace and name.
 */
export type InputListView = { 
/**
 * The inputs.
 */
inputs: Array<InputView>, };

/**
 * A page of refusals.
 */
export type InputRefusalPageView = { 
/**
 * Newest first.
 */
refusals: Array<InputRefusalView>, 
/**
 * Where the next page starts.
 */
next: string | null, };

/**
 * Something that was refused at the door, or a part that was left out.
 */
export type InputRefusalView = { 
/**
 * When, ms UTC.
 */
received_ms: number, 
/**
 * The input that it came from.
 */
input: number | null, 
/**
 * The stable code of the reason.
 */
reason: string, 
/**
 * The reason in words.
 */
label: string, 
/**
 * Where: `events[3].data.event_name`; empty for the whole.
 */
path: string, 
/**
 * What is wrong there.
 */
detail: string, 
/**
 * Whether the whole request or batch was refused.
 */
whole: boolean, 
/**
 * The text, cut to 64 KB; empty for a part, whose batch is in the log.
 */
text: string, };

/**
 * What one input saw of the user.
 */
export type InputUsageView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Batches received through it.
 */
batches: number, 
/**
 * First, ms UTC.
 */
first_seen_ms: number, 
/**
 * Last, ms UTC.
 */
last_seen_ms: number, };

/**
 * A platform or feed that data comes from.
 */
export type InputView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * What kind.
 */
kind: InputKind, 
/**
 * `web`, `ios`, `android`, `feed`, `file` …
 */
platform: string, 
/**
 * Its workspace.
 */
workspace: number, 
/**
 * Whether its keys are enough to call IDSync, without secret or signature: what browsers do.
 */
key_alone: boolean, 
/**
 * When it was made, ms UTC.
 */
created_ms: number, 
/**
 * Its keys, those in use and those revoked, oldest first.
 */
keys: Array<InputKeyView>, };

/**
 * A JSON document as text, digit for digit: a reader that parses it must not round ids of 64 bits.
 */
export type JsonTextView = { 
/**
 * The text, indented.
 */
json: string, };

/**
 * For which data a key is.
 */
export type KeyEnvironment = "production" | "development" | "both";

/**
 * How many identities of one type match.
 */
export type KindCountView = { 
/**
 * The type.
 */
kind: string, 
/**
 * As people call it.
 */
label: string, 
/**
 * Matching identities.
 */
count: number, };

/**
 * The preview at work, or the last one, if there was one since the program started.
 */
export type LastResolutionPreviewView = { 
/**
 * The preview.
 */
preview: ResolutionPreviewView | null, };

/**
 * How much may come in a second; absent for as much as can be stored.
 */
export type LimitsView = { 
/**
 * Batches, over all inputs.
 */
batches_per_s: number | null, 
/**
 * Identity requests, over all inputs.
 */
identity_per_s: number | null, 
/**
 * Requests for profiles, over all readers.
 */
reads_per_s: number | null, };

/**
 * Asks for the credentials.
 */
export type ListCredentials = Record<symbol, never>;

/**
 * Asks for the jobs.
 */
export type ListImports = Record<symbol, never>;

/**
 * Asks for what came over the network and was refused, newest first.
 */
export type ListInputRefusals = { 
/**
 * Of one input; absent for all.
 */
input: number | null, 
/**
 * The `next` of the page before.
 */
cursor: string | null, 
/**
 * At most this many, 1 to 200.
 */
limit: number, };

/**
 * Asks for the inputs.
 */
export type ListInputs = Record<symbol, never>;

/**
 * Asks for refused lines.
 */
export type ListRefusals = { 
/**
 * The job.
 */
job: string, 
/**
 * Only this reason.
 */
reason: string | null, 
/**
 * The `next` of the page before.
 */
cursor: string | null, 
/**
 * At most this many, 1 to 500.
 */
limit: number, };

/**
 * Asks for the identity scopes.
 */
export type ListScopes = Record<symbol, never>;

/**
 * Asks for the workspaces.
 */
export type ListWorkspaces = Record<symbol, never>;

/**
 * Loads the sample shop.
 */
export type LoadSample = { 
/**
 * How many users, 1 to 10,000,000.
 */
users: number, 
/**
 * Over how many days, 1 to 730.
 */
days: number, 
/**
 * The same seed always gives the same shop.
 */
seed: number, 
/**
 * The workspace that the data belongs to.
 */
workspace: number, };

/**
 * A credential that was made; its secret is shown this once.
 */
export type MadeCredentialView = { 
/**
 * The credential.
 */
credential: CredentialView, 
/**
 * Its secret part.
 */
client_secret: string, };

/**
 * A key that was made; its secret is shown this once.
 */
export type MadeKeyView = { 
/**
 * The number of the input.
 */
input: number, 
/**
 * The input's name.
 */
name: string, 
/**
 * The input's platform.
 */
platform: string, 
/**
 * Its public part.
 */
key: string, 
/**
 * Its secret part.
 */
secret: string, 
/**
 * For which data it is.
 */
environment: KeyEnvironment, };

/**
 * How a hit matches, best first.
 */
export type MatchRank = "exact" | "prefix" | "infix";

/**
 * What a log-in identity that is seen for the first time does.
 */
export type NewKnown = "extend" | "create";

/**
 * With whom one goes on after signing out.
 */
export type OnLogout = "new" | "return" | "identify";

/**
 * Asks for short rows of users already known by MPID: pinned ones and recent look-ups.
 */
export type PeekUsers = { 
/**
 * At most 50.
 */
mpids: Array<string>, };

/**
 * The users asked for, in that order; those that do not exist are left out.
 */
export type PeekUsersView = { 
/**
 * The users.
 */
users: Array<UserLineView>, };

/**
 * Asks for the beginning of a file, read but not imported.
 */
export type PreviewImport = { 
/**
 * Which file.
 */
source: ImportSource, };

/**
 * One batch at the beginning of a file.
 */
export type PreviewRowView = { 
/**
 * The line, or in a JSON array the place, from 1.
 */
line: number, 
/**
 * Who it is, in words; empty when nobody.
 */
who: string, 
/**
 * Its number of events.
 */
events: number, 
/**
 * Why it would be refused; absent when it would not.
 */
fault: string | null, 
/**
 * The beginning of its text.
 */
text: string, };

/**
 * Why a command failed, in the form of RFC 9457 (problem details).
 */
export type Problem = { 
/**
 * The kind of problem, as an address: `urn:uav:problem:not_found`.
 */
type: string, 
/**
 * The kind in words.
 */
title: string, 
/**
 * The HTTP status that goes with it.
 */
status: number, 
/**
 * What happened here.
 */
detail: string, 
/**
 * The kind for machines; clients branch on this alone.
 */
code: string, 
/**
 * The faults of the request, when that is the problem.
 */
fields: Array<FieldFault>, };

/**
 * One line of a product.
 */
export type ProductLineView = { 
/**
 * The article's name, else its id.
 */
name: string, 
/**
 * Brand, variant and coupon in words.
 */
detail: string, 
/**
 * The article's id.
 */
sku: string | null, 
/**
 * How many, as sent.
 */
quantity: string | null, 
/**
 * For one, two decimals.
 */
price: string | null, 
/**
 * For all, two decimals; worked out where not sent.
 */
total: string | null, };

/**
 * A user's profile as it is now.
 */
export type ProfileView = { 
/**
 * The user.
 */
mpid: string, 
/**
 * `production` or `development`.
 */
environment: string, 
/**
 * The best name there is.
 */
name: string | null, 
/**
 * Whether known by a log-in identity.
 */
known: boolean, 
/**
 * First seen in any workspace, ms UTC.
 */
first_seen_ms: number, 
/**
 * Last seen in any workspace, ms UTC.
 */
last_seen_ms: number, 
/**
 * The input and application seen last, in words.
 */
last_seen_on: string | null, 
/**
 * Whether the user opted out of collection.
 */
opted_out: boolean, 
/**
 * Ad tracking limited on the device seen last; absent when never said.
 */
limit_ad_tracking: boolean | null, 
/**
 * On how many devices it is limited.
 */
limited_devices: number, 
/**
 * Whether a client's clock was more than a day ahead.
 */
clock_warning: boolean, 
/**
 * Batches received.
 */
batches: number, 
/**
 * Events received.
 */
events: number, 
/**
 * Identities held now, by priority, then former ones.
 */
identities: Array<IdentityView>, 
/**
 * Every workspace that saw the user.
 */
workspaces: Array<WorkspaceUsageView>, 
/**
 * The workspace of what follows.
 */
workspace: number, 
/**
 * Reserved ones first, then by name.
 */
attributes: Array<AttributeView>, 
/**
 * Those that were deleted and not set again, the latest first.
 */
deleted_attributes: Array<DeletedAttributeView>, 
/**
 * Most recently seen first.
 */
devices: Array<DeviceView>, 
/**
 * By regulation and purpose.
 */
consent: Array<ConsentView>, 
/**
 * Newest first.
 */
attribution: Array<AttributionView>, 
/**
 * Days with events, oldest first.
 */
days: Array<DayView>, 
/**
 * The latest aliases that the user has part in, the last one asked for first.
 */
aliases: Array<AliasView>, };

/**
 * How many lines were refused for one reason.
 */
export type ReasonCountView = { 
/**
 * The stable code.
 */
reason: string, 
/**
 * In words.
 */
label: string, 
/**
 * How many.
 */
count: number, };

/**
 * A page of refused lines.
 */
export type RefusalPageView = { 
/**
 * In the order of the file.
 */
refusals: Array<RefusalView>, 
/**
 * Where the next page starts; absent after the last.
 */
next: string | null, };

/**
 * One refused line, or refused part of a line that was stored.
 */
export type RefusalView = { 
/**
 * The line, from 1.
 */
line: number, 
/**
 * The stable code of the reason.
 */
reason: string, 
/**
 * The fault in words, with its path.
 */
message: string, 
/**
 * Where in the line.
 */
path: string, 
/**
 * Whether the whole line was refused.
 */
whole: boolean, 
/**
 * The line's text, at most the first 64 KB.
 */
text: string, };

/**
 * Renames a workspace.
 */
export type RenameWorkspace = { 
/**
 * Which.
 */
id: number, 
/**
 * 1 to 64 characters, not in use.
 */
name: string, };

/**
 * Users who would become one, or one who would fall apart.
 */
export type ResolutionChangeView = { 
/**
 * Who there is today, those with most events first, at most ten.
 */
before: Array<AffectedUserView>, 
/**
 * How many there are today.
 */
before_count: number, 
/**
 * How many there would be.
 */
after_count: number, 
/**
 * The entry of the log that decides.
 */
decided_by: string, };

/**
 * Where a preview stands.
 */
export type ResolutionPreviewState = "running" | "done" | "applied" | "cancelled" | "failed";

/**
 * A preview.
 */
export type ResolutionPreviewView = { 
/**
 * The scope.
 */
scope: number, 
/**
 * The settings that it is about.
 */
settings: ScopeSettings, 
/**
 * Whether it gives the log out anew; else it only looks.
 */
applies: boolean, 
/**
 * Where it stands.
 */
state: ResolutionPreviewState, 
/**
 * Why it failed.
 */
fault: string | null, 
/**
 * When it was started, ms UTC.
 */
started_ms: number, 
/**
 * How much of the log was read, in percent.
 */
percent: number, 
/**
 * Entries of the log when it was started.
 */
entries: number, 
/**
 * Users today. This and what follows is 0 or empty until it is done.
 */
users_before: number, 
/**
 * Users there would be.
 */
users_after: number, 
/**
 * Users who would stay as they are.
 */
same: number, 
/**
 * Users who would be made of several.
 */
merges: number, 
/**
 * Users who would fall apart.
 */
splits: number, 
/**
 * Entries of the log that went to other users, once it was given out anew.
 */
moved_entries: number, 
/**
 * Users that changed by it.
 */
changed_users: number, 
/**
 * The largest merges.
 */
merge_examples: Array<ResolutionChangeView>, 
/**
 * The largest splits.
 */
split_examples: Array<ResolutionChangeView>, };

/**
 * Revokes a credential.
 */
export type RevokeCredential = { 
/**
 * Its public part.
 */
client_id: string, };

/**
 * Revokes a key.
 */
export type RevokeKey = { 
/**
 * Its public part.
 */
key: string, };

/**
 * Writes a scope's name and settings; what was resolved before stands.
 */
export type SaveScope = { 
/**
 * Which.
 */
id: number, 
/**
 * 1 to 64 characters, not in use.
 */
name: string, 
/**
 * The settings.
 */
settings: ScopeSettings, };

/**
 * What is wrong with settings.
 */
export type ScopeCheckView = { 
/**
 * The strategy that they amount to.
 */
strategy: Strategy, 
/**
 * Why they cannot work; none when they can.
 */
faults: Array<string>, 
/**
 * What may surprise.
 */
warnings: Array<string>, };

/**
 * The scopes, and what their settings are made of.
 */
export type ScopeListView = { 
/**
 * The scopes, by number.
 */
scopes: Array<ScopeView>, 
/**
 * The named strategies.
 */
strategies: Array<StrategyView>, 
/**
 * Every type of identity.
 */
types: Array<IdentityTypeView>, };

/**
 * How requests of a scope resolve. Identity types by their canonical names.
 */
export type ScopeSettings = { 
/**
 * The order of look-up; a type that is not in it finds nobody.
 */
priority: Array<string>, 
/**
 * Types of which a value is on one user at most.
 */
unique: Array<string>, 
/**
 * Types that make a user known and protect it.
 */
login: Array<string>, 
/**
 * The type that never changes once set.
 */
immutable: string | null, 
/**
 * What a log-in identity that is new does.
 */
new_known: NewKnown, 
/**
 * With whom one goes on after signing out.
 */
on_logout: OnLogout, 
/**
 * Whether a log-in request must carry a log-in identity.
 */
login_needs_login_id: boolean, 
/**
 * Whom a search may find.
 */
search: SearchReach, };

/**
 * An identity scope.
 */
export type ScopeView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The strategy that its settings amount to.
 */
strategy: Strategy, 
/**
 * Its settings.
 */
settings: ScopeSettings, 
/**
 * The workspaces that share its users.
 */
workspaces: Array<ScopeWorkspaceView>, 
/**
 * When it was made, ms UTC.
 */
created_ms: number, };

/**
 * A workspace of a scope.
 */
export type ScopeWorkspaceView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its name.
 */
name: string, };

/**
 * One matching identity.
 */
export type SearchHitView = { 
/**
 * The user.
 */
mpid: string, 
/**
 * The best name there is; absent for the anonymous.
 */
name: string | null, 
/**
 * Whether the user is known by a log-in identity.
 */
known: boolean, 
/**
 * How it matches.
 */
rank: MatchRank, 
/**
 * The identity's type, `mpid` included.
 */
kind: string, 
/**
 * The type as people call it.
 */
kind_label: string, 
/**
 * The identity as it was given.
 */
value: string, 
/**
 * Whether the user no longer has it.
 */
former: boolean, 
/**
 * The customer ID, whatever matched.
 */
customer_id: string | null, 
/**
 * Where the user was seen, most recent first: `web`, `iOS`, `Android`, `feed` …
 */
platforms: Array<string>, 
/**
 * First seen, ms UTC.
 */
first_seen_ms: number, 
/**
 * Last seen, ms UTC.
 */
last_seen_ms: number, };

/**
 * Whom a search may find.
 */
export type SearchReach = "protected" | "any";

/**
 * One page of hits, and exact totals over all of them.
 */
export type SearchResultsView = { 
/**
 * The hits: exact, then prefix, then infix, each by last seen.
 */
hits: Array<SearchHitView>, 
/**
 * Where the next page starts; absent after the last.
 */
next: string | null, 
/**
 * Identities that match exactly.
 */
exact: number, 
/**
 * Identities that begin with the query.
 */
prefix: number, 
/**
 * Identities that contain it elsewhere.
 */
infix: number, 
/**
 * Users with at least one match.
 */
users: number, 
/**
 * The same totals by identity type, whatever type was asked for; types with none included if common.
 */
kinds: Array<KindCountView>, 
/**
 * Profiles searched.
 */
searched: number, 
/**
 * How long the search took, microseconds.
 */
took_us: number, };

/**
 * Searches users. An empty query finds nobody.
 */
export type SearchUsers = { 
/**
 * Any part of an identity, or an MPID; outer white space does not count.
 */
query: string, 
/**
 * `production` or `development`.
 */
environment: string, 
/**
 * The workspace whose users are searched; absent for the first.
 */
workspace: number | null, 
/**
 * Only this identity type (`email`, `mpid` …); absent for all.
 */
kind: string | null, 
/**
 * Whether identities that a user no longer has count too.
 */
include_former: boolean, 
/**
 * The `next` of the page before.
 */
cursor: string | null, 
/**
 * At most this many hits, 1 to 200.
 */
limit: number, };

/**
 * Opens or closes the door for SDKs.
 */
export type SetCollector = { 
/**
 * Whether it shall be open.
 */
on: boolean, 
/**
 * The loopback port, 1024 to 65535.
 */
port: number, };

/**
 * Starts an import, or a dry run that reads and resolves everything and stores nothing.
 */
export type StartImport = { 
/**
 * Which file.
 */
source: ImportSource, 
/**
 * The workspace that the data belongs to.
 */
workspace: number, 
/**
 * Whether to store nothing.
 */
dry_run: boolean, };

/**
 * Starts to work out what the log would come to; an earlier preview is stopped.
 */
export type StartResolutionPreview = { 
/**
 * The scope.
 */
scope: number, 
/**
 * The settings to try.
 */
settings: ScopeSettings, };

/**
 * The engine's state, for the foot of the rail.
 */
export type StatusView = { 
/**
 * The program's version.
 */
version: string, 
/**
 * Profiles in the store, all environments.
 */
profiles: number, 
/**
 * Batches in the log.
 */
batches: number, 
/**
 * Events in the log.
 */
events: number, 
/**
 * Events taken in per second, over the last ten seconds.
 */
events_per_s: number, 
/**
 * The 99th percentile of the time from a live batch's arrival to its commit over the last minute, ms;
 * absent when none came.
 */
ingest_p99_ms: number | null, 
/**
 * The data file's name, without its folder.
 */
data_name: string, 
/**
 * Bytes on disk.
 */
data_bytes: number, 
/**
 * The running import with the least progress, in percent; absent when none runs.
 */
import_percent: number | null, 
/**
 * Whether imports may name files of the machine that the engine runs on.
 */
local_files: boolean, };

/**
 * Stops what is at work.
 */
export type StopResolutionPreview = Record<symbol, never>;

/**
 * Where the data is and what it holds, for Settings.
 */
export type StorageView = { 
/**
 * The data file, whole path.
 */
path: string, 
/**
 * Bytes of the file and its journal.
 */
bytes: number, 
/**
 * The kind of store and its version: `SQLite 3.51.3`.
 */
engine: string, 
/**
 * `full`: an acknowledged batch survives a power cut.
 */
durability: string, 
/**
 * Profiles, production.
 */
production_profiles: number, 
/**
 * Profiles, development.
 */
development_profiles: number, 
/**
 * Identities that can be searched, former ones included.
 */
identities: number, 
/**
 * Batches in the log.
 */
batches: number, 
/**
 * Events in the log.
 */
events: number, 
/**
 * When the first entry of the log was received, ms UTC.
 */
first_received_ms: number | null, 
/**
 * When the last was.
 */
last_received_ms: number | null, };

/**
 * A named way to resolve, or settings of one's own.
 */
export type Strategy = "default" | "profile_conversion" | "profile_link" | "profile_isolation" | "best_match" | "custom";

/**
 * A named strategy with its settings.
 */
export type StrategyView = { 
/**
 * Which.
 */
strategy: Strategy, 
/**
 * Its settings as a new scope would have them.
 */
settings: ScopeSettings, };

/**
 * What data can become stale. The engine broadcasts these after a commit, the screens refetch by them.
 */
export type Tag = "Status" | "Profiles" | "Imports" | "Workspaces" | "Inputs" | "Credentials" | "Scopes" | "Settings";

/**
 * A batch that events of the page came with.
 */
export type TimelineBatchView = { 
/**
 * The log entry.
 */
seq: string, 
/**
 * The sender's own id of the batch: its `source_request_id`, else its `batch_id`.
 */
batch_id: string | null, 
/**
 * The input's number.
 */
input: number, 
/**
 * The input's name.
 */
input_name: string, 
/**
 * The device's platform.
 */
platform: string | null, 
/**
 * The application's version.
 */
app_version: string | null, 
/**
 * The device application stamp.
 */
device: string | null, 
/**
 * When it was received, ms UTC.
 */
received_ms: number, 
/**
 * Events in it.
 */
events: number, };

/**
 * One event on the timeline.
 */
export type TimelineEventView = { 
/**
 * The log entry.
 */
seq: string, 
/**
 * The event's place in its batch.
 */
index: number, 
/**
 * When it happened as sent, ms UTC.
 */
time_ms: number, 
/**
 * When it counts as having happened, ms UTC: differs only if the client's clock was ahead.
 */
ordered_ms: number, 
/**
 * The type on the wire.
 */
event_type: string, 
/**
 * `screen`, `commerce`, `custom` or `other`.
 */
category: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What there is to say beside the name.
 */
detail: string, 
/**
 * An amount worth showing at the right: `354.10`.
 */
amount: string | null, 
/**
 * Its currency.
 */
currency: string | null, 
/**
 * The session's id.
 */
session: string | null, 
/**
 * When the session began, ms UTC.
 */
session_start_ms: number | null, 
/**
 * For commerce.
 */
commerce: CommerceView | null, };

/**
 * Takes an alias back: exactly what it copied is gone.
 */
export type UndoAlias = { 
/**
 * One of its two users.
 */
mpid: string, 
/**
 * Its number.
 */
alias: string, };

/**
 * Renames an input and says how it may call IDSync.
 */
export type UpdateInput = { 
/**
 * Which.
 */
id: number, 
/**
 * 1 to 64 characters, not in use in the workspace.
 */
name: string, 
/**
 * Whether its keys are enough to call IDSync.
 */
key_alone: boolean, };

/**
 * A user in one line.
 */
export type UserLineView = { 
/**
 * The user.
 */
mpid: string, 
/**
 * The best name there is.
 */
name: string | null, 
/**
 * Whether known by a log-in identity.
 */
known: boolean, 
/**
 * The strongest identity in words: a customer ID, else an e-mail, else any.
 */
identity: string | null, 
/**
 * Last seen, ms UTC.
 */
last_seen_ms: number, };

/**
 * The kinds of value an attribute has.
 */
export type ValueKind = "text" | "number" | "bool" | "tag" | "list";

/**
 * A value as text with its kind, so that no digit is lost on the way to the screen.
 */
export type ValueView = { 
/**
 * What kind.
 */
kind: ValueKind, 
/**
 * The value in words; for a list its entries joined.
 */
text: string, 
/**
 * The entries of a list.
 */
items: Array<string>, };

/**
 * The workspaces, by number.
 */
export type WorkspaceListView = { 
/**
 * The workspaces.
 */
workspaces: Array<WorkspaceView>, };

/**
 * What one workspace saw of the user.
 */
export type WorkspaceUsageView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * First, ms UTC.
 */
first_seen_ms: number, 
/**
 * Last, ms UTC.
 */
last_seen_ms: number, 
/**
 * Through which inputs.
 */
inputs: Array<InputUsageView>, 
/**
 * The id of the device seen last, an advertising id before a vendor id.
 */
device_id: string | null, };

/**
 * A workspace.
 */
export type WorkspaceView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The identity scope whose users it shares.
 */
scope: number, 
/**
 * When it was made, ms UTC.
 */
created_ms: number, };

/** Every command: its request and its answer. */
export interface Commands {
  engine_status: { request: GetStatus; view: StatusView };
  users_search: { request: SearchUsers; view: SearchResultsView };
  users_peek: { request: PeekUsers; view: PeekUsersView };
  profile_get: { request: GetProfile; view: ProfileView };
  profile_export: { request: ExportProfile; view: JsonTextView };
  alias_undo: { request: UndoAlias; view: AliasView };
  attribute_history: { request: GetAttributeHistory; view: AttributeHistoryView };
  activity_page: { request: GetActivity; view: ActivityPageView };
  activity_facets: { request: GetActivityFacets; view: ActivityFacetsView };
  event_get: { request: GetEvent; view: EventDetailView };
  imports_list: { request: ListImports; view: ImportListView };
  import_preview: { request: PreviewImport; view: ImportPreviewView };
  import_refusals: { request: ListRefusals; view: RefusalPageView };
  import_start: { request: StartImport; view: ImportJobView };
  import_pause: { request: ActOnImport; view: ImportJobView };
  import_resume: { request: ActOnImport; view: ImportJobView };
  import_cancel: { request: ActOnImport; view: ImportJobView };
  sample_load: { request: LoadSample; view: ImportJobView };
  workspaces_list: { request: ListWorkspaces; view: WorkspaceListView };
  workspace_create: { request: CreateWorkspace; view: WorkspaceView };
  workspace_rename: { request: RenameWorkspace; view: WorkspaceView };
  inputs_list: { request: ListInputs; view: InputListView };
  input_refusals: { request: ListInputRefusals; view: InputRefusalPageView };
  input_create: { request: CreateInput; view: MadeKeyView };
  input_update: { request: UpdateInput; view: InputView };
  key_create: { request: CreateKey; view: MadeKeyView };
  key_revoke: { request: RevokeKey; view: InputKeyView };
  credentials_list: { request: ListCredentials; view: CredentialListView };
  credential_create: { request: CreateCredential; view: MadeCredentialView };
  credential_revoke: { request: RevokeCredential; view: CredentialView };
  scopes_list: { request: ListScopes; view: ScopeListView };
  scope_check: { request: CheckScopeSettings; view: ScopeCheckView };
  scope_create: { request: CreateScope; view: ScopeView };
  scope_save: { request: SaveScope; view: ScopeView };
  resolution_preview_get: { request: GetResolutionPreview; view: LastResolutionPreviewView };
  resolution_preview_start: { request: StartResolutionPreview; view: ResolutionPreviewView };
  resolution_apply: { request: ApplyResolution; view: ResolutionPreviewView };
  resolution_preview_stop: { request: StopResolutionPreview; view: LastResolutionPreviewView };
  collector_get: { request: GetCollector; view: CollectorView };
  collector_set: { request: SetCollector; view: CollectorView };
  limits_get: { request: GetLimits; view: LimitsView };
  limits_set: { request: LimitsView; view: LimitsView };
  api_reference: { request: GetReference; view: JsonTextView };
  storage_get: { request: GetStorage; view: StorageView };
}

/** What a query is made of, what a mutation makes stale. */
export const commands: Record<keyof Commands, { kind: "query" | "mutation"; tags: Tag[] }> = {
  engine_status: { kind: "query", tags: ["Status"] },
  users_search: { kind: "query", tags: ["Profiles"] },
  users_peek: { kind: "query", tags: ["Profiles"] },
  profile_get: { kind: "query", tags: ["Profiles"] },
  profile_export: { kind: "query", tags: ["Profiles"] },
  alias_undo: { kind: "mutation", tags: ["Profiles"] },
  attribute_history: { kind: "query", tags: ["Profiles"] },
  activity_page: { kind: "query", tags: ["Profiles"] },
  activity_facets: { kind: "query", tags: ["Profiles"] },
  event_get: { kind: "query", tags: ["Profiles"] },
  imports_list: { kind: "query", tags: ["Imports"] },
  import_preview: { kind: "query", tags: [] },
  import_refusals: { kind: "query", tags: ["Imports"] },
  import_start: { kind: "mutation", tags: ["Imports"] },
  import_pause: { kind: "mutation", tags: ["Imports"] },
  import_resume: { kind: "mutation", tags: ["Imports"] },
  import_cancel: { kind: "mutation", tags: ["Imports"] },
  sample_load: { kind: "mutation", tags: ["Imports"] },
  workspaces_list: { kind: "query", tags: ["Workspaces"] },
  workspace_create: { kind: "mutation", tags: ["Workspaces"] },
  workspace_rename: { kind: "mutation", tags: ["Workspaces"] },
  inputs_list: { kind: "query", tags: ["Inputs"] },
  input_refusals: { kind: "query", tags: ["Profiles"] },
  input_create: { kind: "mutation", tags: ["Inputs"] },
  input_update: { kind: "mutation", tags: ["Inputs"] },
  key_create: { kind: "mutation", tags: ["Inputs"] },
  key_revoke: { kind: "mutation", tags: ["Inputs"] },
  credentials_list: { kind: "query", tags: ["Credentials"] },
  credential_create: { kind: "mutation", tags: ["Credentials"] },
  credential_revoke: { kind: "mutation", tags: ["Credentials"] },
  scopes_list: { kind: "query", tags: ["Scopes", "Workspaces"] },
  scope_check: { kind: "query", tags: [] },
  scope_create: { kind: "mutation", tags: ["Scopes"] },
  scope_save: { kind: "mutation", tags: ["Scopes", "Profiles"] },
  resolution_preview_get: { kind: "query", tags: ["Scopes"] },
  resolution_preview_start: { kind: "mutation", tags: ["Scopes"] },
  resolution_apply: { kind: "mutation", tags: ["Scopes"] },
  resolution_preview_stop: { kind: "mutation", tags: ["Scopes"] },
  collector_get: { kind: "query", tags: ["Settings"] },
  collector_set: { kind: "mutation", tags: ["Settings"] },
  limits_get: { kind: "query", tags: ["Settings"] },
  limits_set: { kind: "mutation", tags: ["Settings"] },
  api_reference: { kind: "query", tags: [] },
  storage_get: { kind: "query", tags: ["Status"] },
};
