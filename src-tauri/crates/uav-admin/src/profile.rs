//! One user, whole.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::aliases::AliasView;

/// Asks for a profile.
#[derive(Debug, Deserialize, TS)]
pub struct GetProfile {
    /// The user.
    pub mpid: String,
    /// Whose attributes, consent and devices; absent for the workspace last seen.
    pub workspace: Option<u32>,
}

/// An identity held now or before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IdentityView {
    /// The type.
    pub kind: String,
    /// As people call it.
    pub label: String,
    /// The text given.
    pub value: String,
    /// Its place in the order by which users are looked up, from 1; absent when nobody is found by it.
    pub priority: Option<u32>,
    /// Whether it makes the user known.
    pub login: bool,
    /// Whether the user no longer has it.
    pub former: bool,
    /// Since when, ms UTC.
    pub since_ms: i64,
    /// Until when, if former.
    pub until_ms: Option<i64>,
    /// The input that it came from.
    pub input: String,
    /// The log entry that it came with.
    pub seq: String,
}

/// The kinds of value an attribute has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// A text.
    Text,
    /// A number, in its own digits.
    Number,
    /// `true` or `false`.
    Bool,
    /// An attribute with no value.
    Tag,
    /// A list of the above.
    List,
}

/// A value as text with its kind, so that no digit is lost on the way to the screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ValueView {
    /// What kind.
    pub kind: ValueKind,
    /// The value in words; for a list its entries joined.
    pub text: String,
    /// The entries of a list.
    pub items: Vec<String>,
}

/// One user attribute with where it came from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttributeView {
    /// The name.
    pub name: String,
    /// Whether the name is reserved (`$Age` …).
    pub reserved: bool,
    /// The value.
    pub value: ValueView,
    /// When it was set, ms UTC.
    pub time_ms: i64,
    /// The input that set it.
    pub input: String,
    /// The log entry that set it.
    pub seq: String,
}

/// A user attribute that was deleted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeletedAttributeView {
    /// The name.
    pub name: String,
    /// Whether the name is reserved.
    pub reserved: bool,
    /// When it was deleted, ms UTC.
    pub time_ms: i64,
    /// The input that deleted it.
    pub input: String,
    /// The log entry that deleted it.
    pub seq: String,
}

/// One fact of a device.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FactView {
    /// Its name on the wire.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A device of the user in this workspace.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeviceView {
    /// The device application stamp; absent when the device is only known by an id.
    pub stamp: Option<String>,
    /// `iPhone 15 Pro`, or what comes nearest.
    pub name: String,
    /// `iOS`, `Android`, `web` …, lower or mixed case as sent.
    pub platform: Option<String>,
    /// The system's version.
    pub os_version: Option<String>,
    /// The application and its version.
    pub application: Option<String>,
    /// Advertising ids, vendor ids, push token.
    pub identities: Vec<FactView>,
    /// Whether the owner limits ad tracking; absent when never said.
    pub limit_ad_tracking: Option<bool>,
    /// The answer to Apple's prompt: `authorized`, `denied` …
    pub att_status: Option<String>,
    /// When it was answered, ms UTC.
    pub att_time_ms: Option<i64>,
    /// The push token, when one is registered.
    pub push_token: Option<String>,
    /// Every other fact.
    pub facts: Vec<FactView>,
    /// First seen, ms UTC.
    pub first_seen_ms: i64,
    /// Last seen, ms UTC.
    pub last_seen_ms: i64,
    /// The inputs it was seen through.
    pub inputs: Vec<String>,
}

/// The current record of consent for one purpose.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentView {
    /// `gdpr` or `ccpa`.
    pub regulation: String,
    /// The purpose as spelled.
    pub purpose: String,
    /// GDPR: agreed. CCPA: opted out of sale.
    pub consented: bool,
    /// When it was stated, ms UTC.
    pub time_ms: i64,
    /// The document shown.
    pub document: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// On which device.
    pub hardware_id: Option<String>,
    /// The input that it came from.
    pub input: String,
}

/// An install attribution.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttributionView {
    /// Who brought the user.
    pub publisher: String,
    /// With which campaign.
    pub campaign: String,
    /// When, ms UTC.
    pub time_ms: i64,
    /// The device installed on.
    pub device: Option<String>,
    /// Whether it is the one that counts for its device (the earliest).
    pub counts: bool,
}

/// What one input saw of the user.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputUsageView {
    /// Its name.
    pub name: String,
    /// Batches received through it.
    pub batches: i64,
    /// First, ms UTC.
    pub first_seen_ms: i64,
    /// Last, ms UTC.
    pub last_seen_ms: i64,
}

/// What one workspace saw of the user.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceUsageView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// First, ms UTC.
    pub first_seen_ms: i64,
    /// Last, ms UTC.
    pub last_seen_ms: i64,
    /// Through which inputs.
    pub inputs: Vec<InputUsageView>,
    /// The id of the device seen last, an advertising id before a vendor id.
    pub device_id: Option<String>,
}

/// The events of one UTC day, by category.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct DayView {
    /// The day's start, ms UTC.
    pub day_ms: i64,
    /// Screens.
    pub screen: i64,
    /// Commerce.
    pub commerce: i64,
    /// Custom events.
    pub custom: i64,
    /// All others.
    pub other: i64,
}

/// A user's profile as it is now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileView {
    /// The user.
    pub mpid: String,
    /// `production` or `development`.
    pub environment: String,
    /// The best name there is.
    pub name: Option<String>,
    /// Whether known by a log-in identity.
    pub known: bool,
    /// First seen in any workspace, ms UTC.
    pub first_seen_ms: i64,
    /// Last seen in any workspace, ms UTC.
    pub last_seen_ms: i64,
    /// The input and application seen last, in words.
    pub last_seen_on: Option<String>,
    /// Whether the user opted out of collection.
    pub opted_out: bool,
    /// Ad tracking limited on the device seen last; absent when never said.
    pub limit_ad_tracking: Option<bool>,
    /// On how many devices it is limited.
    pub limited_devices: i64,
    /// Whether a client's clock was more than a day ahead.
    pub clock_warning: bool,
    /// Batches received.
    pub batches: i64,
    /// Events received.
    pub events: i64,
    /// Identities held now, by priority, then former ones.
    pub identities: Vec<IdentityView>,
    /// Every workspace that saw the user.
    pub workspaces: Vec<WorkspaceUsageView>,
    /// The workspace of what follows.
    pub workspace: u32,
    /// Reserved ones first, then by name.
    pub attributes: Vec<AttributeView>,
    /// Those that were deleted and not set again, the latest first.
    pub deleted_attributes: Vec<DeletedAttributeView>,
    /// Most recently seen first.
    pub devices: Vec<DeviceView>,
    /// By regulation and purpose.
    pub consent: Vec<ConsentView>,
    /// Newest first.
    pub attribution: Vec<AttributionView>,
    /// Days with events, oldest first.
    pub days: Vec<DayView>,
    /// The latest aliases that the user has part in, the last one asked for first.
    pub aliases: Vec<AliasView>,
}

/// Asks for the profile as JSON.
#[derive(Debug, Deserialize, TS)]
pub struct ExportProfile {
    /// The user.
    pub mpid: String,
}

/// A JSON document as text, digit for digit: a reader that parses it must not round ids of 64 bits.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JsonTextView {
    /// The text, indented.
    pub json: String,
}

/// Asks how an attribute came to its value.
#[derive(Debug, Deserialize, TS)]
pub struct GetAttributeHistory {
    /// The user.
    pub mpid: String,
    /// The workspace.
    pub workspace: u32,
    /// The attribute.
    pub name: String,
}

/// One value in an attribute's past.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttributeChangeView {
    /// The value; absent where it was deleted.
    pub value: Option<ValueView>,
    /// When, ms UTC.
    pub time_ms: i64,
    /// The input that sent it.
    pub input: String,
    /// The log entry.
    pub seq: String,
}

/// The values of an attribute, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttributeHistoryView {
    /// The changes; equal values in a row count once.
    pub changes: Vec<AttributeChangeView>,
    /// Whether the log held more batches than were read.
    pub truncated: bool,
}
