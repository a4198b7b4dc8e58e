//! Batches as clients write them: every field, every type of event, every limit, and what is said of what cannot be taken.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod attribute_vectors;
mod events;
mod limits;
mod odd;
mod recordings;
mod refusals;
mod whole;

use uav_core::batch::{Batch, Door, Event};
use uav_core::{Number, Scalar};
use uav_wire::{BatchError, Limits, ParsedBatch, Policy, parse_batch};

/// Reads a batch as an entrance reads it.
fn through(door: Door, json: &str) -> Result<ParsedBatch, BatchError> {
    parse_batch(json.as_bytes(), Policy::of(door, &Limits::default()))
}

/// A batch that an entrance of servers takes, with what it has to say of it: `path: detail`.
fn taken(json: &str) -> (Batch, Vec<String>) {
    let parsed = through(Door::Server, json).unwrap();
    (parsed.batch, parsed.refusals.iter().map(ToString::to_string).collect())
}

/// The one event of this type and data.
fn event(event_type: &str, data: &str) -> (Event, Vec<String>) {
    let json = format!(r#"{{"mpid":1,"events":[{{"event_type":"{event_type}","data":{data}}}]}}"#);
    let (mut batch, said) = taken(&json);
    assert_eq!(batch.events.len(), 1);
    (batch.events.remove(0), said)
}

fn text(text: &str) -> Scalar {
    Scalar::Text(text.into())
}

fn number(text: &str) -> Scalar {
    Scalar::Number(Number::from_json_text(text))
}

/// Texts and scalars as plain pairs.
fn pairs<T: Clone>(attributes: &[(Box<str>, T)]) -> Vec<(&str, T)> {
    attributes.iter().map(|(name, value)| (&**name, value.clone())).collect()
}
