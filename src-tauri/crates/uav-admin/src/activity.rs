//! A user's events in time.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which events to show; every part that is absent or empty lets all pass.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct ActivityFilter {
    /// From this moment, ms UTC, inclusive.
    pub from_ms: Option<i64>,
    /// Up to this moment, ms UTC, exclusive.
    pub to_ms: Option<i64>,
    /// Only these inputs.
    pub inputs: Vec<u32>,
    /// Only these categories: `screen`, `commerce`, `custom`, `other`.
    pub categories: Vec<String>,
    /// Only events of these names.
    pub names: Vec<String>,
    /// Only these device application stamps.
    pub devices: Vec<String>,
    /// Only this workspace.
    pub workspace: Option<u32>,
}

/// Asks for a page of the timeline.
#[derive(Debug, Deserialize, TS)]
pub struct GetActivity {
    /// The user.
    pub mpid: String,
    /// Which events.
    pub filter: ActivityFilter,
    /// Oldest first instead of newest first.
    pub oldest_first: bool,
    /// The `next` of the page before.
    pub cursor: Option<String>,
    /// At most this many events, 1 to 500.
    pub limit: u32,
}

/// One line of a product.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProductLineView {
    /// The article's name, else its id.
    pub name: String,
    /// Brand, variant and coupon in words.
    pub detail: String,
    /// The article's id.
    pub sku: Option<String>,
    /// How many, as sent.
    pub quantity: Option<String>,
    /// For one, two decimals.
    pub price: Option<String>,
    /// For all, two decimals; worked out where not sent.
    pub total: Option<String>,
}

/// The order around the products.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CommerceView {
    /// `add_to_cart`, `purchase` …, `promotion_view`, `impression`.
    pub action: String,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The order's id.
    pub transaction_id: Option<String>,
    /// Two decimals each.
    pub total: Option<String>,
    /// Tax within the total.
    pub tax: Option<String>,
    /// Shipping within the total.
    pub shipping: Option<String>,
    /// The order's coupon.
    pub coupon: Option<String>,
    /// The products.
    pub products: Vec<ProductLineView>,
}

/// One event on the timeline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimelineEventView {
    /// The log entry.
    pub seq: String,
    /// The event's place in its batch.
    pub index: u32,
    /// When it happened as sent, ms UTC.
    pub time_ms: i64,
    /// When it counts as having happened, ms UTC: differs only if the client's clock was ahead.
    pub ordered_ms: i64,
    /// The type on the wire.
    pub event_type: String,
    /// `screen`, `commerce`, `custom` or `other`.
    pub category: String,
    /// What it is called.
    pub name: String,
    /// What there is to say beside the name.
    pub detail: String,
    /// An amount worth showing at the right: `354.10`.
    pub amount: Option<String>,
    /// Its currency.
    pub currency: Option<String>,
    /// The session's id.
    pub session: Option<String>,
    /// When the session began, ms UTC.
    pub session_start_ms: Option<i64>,
    /// For commerce.
    pub commerce: Option<CommerceView>,
}

/// A batch that events of the page came with.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimelineBatchView {
    /// The log entry.
    pub seq: String,
    /// The sender's own id of the batch: its `source_request_id`, else its `batch_id`.
    pub batch_id: Option<String>,
    /// The input's number.
    pub input: u32,
    /// The input's name.
    pub input_name: String,
    /// The device's platform.
    pub platform: Option<String>,
    /// The application's version.
    pub app_version: Option<String>,
    /// The device application stamp.
    pub device: Option<String>,
    /// When it was received, ms UTC.
    pub received_ms: i64,
    /// Events in it.
    pub events: u32,
}

/// A page of the timeline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ActivityPageView {
    /// The events, in the order asked for.
    pub events: Vec<TimelineEventView>,
    /// The batches they came with.
    pub batches: Vec<TimelineBatchView>,
    /// Where the next page starts; absent after the last.
    pub next: Option<String>,
}

/// Asks what there is to filter by.
#[derive(Debug, Deserialize, TS)]
pub struct GetActivityFacets {
    /// The user.
    pub mpid: String,
}

/// One thing to filter by.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FacetView {
    /// What the filter takes.
    pub value: String,
    /// What people read.
    pub label: String,
    /// Events with it.
    pub count: i64,
}

/// What there is to filter by, each with its number of events.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ActivityFacetsView {
    /// Event names, most frequent first.
    pub names: Vec<FacetView>,
    /// Inputs.
    pub inputs: Vec<FacetView>,
    /// Devices.
    pub devices: Vec<FacetView>,
    /// Categories.
    pub categories: Vec<FacetView>,
    /// Whether only the newest batches were counted.
    pub truncated: bool,
}

/// Asks for one event, or with no index for its batch alone.
#[derive(Debug, Deserialize, TS)]
pub struct GetEvent {
    /// The user.
    pub mpid: String,
    /// The log entry.
    pub seq: String,
    /// The event's place in it.
    pub index: Option<u32>,
}

/// One labelled field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldView {
    /// The group it stands in: `Event`, `Attributes`, `Device` …
    pub group: String,
    /// Its name.
    pub name: String,
    /// Its value in words.
    pub value: String,
}

/// An event, whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventDetailView {
    /// The event as on the timeline; absent when the batch alone was asked for.
    pub event: Option<TimelineEventView>,
    /// The batch that it came with.
    pub batch: TimelineBatchView,
    /// Its fields in words.
    pub fields: Vec<FieldView>,
    /// The event as JSON, indented, digit for digit as it was sent.
    pub event_json: Option<String>,
    /// The batch as JSON, indented, likewise.
    pub batch_json: String,
    /// The batch exactly as it was received.
    pub raw: String,
}
