//! The short forms of batches: read as their long twins would be, through the doors that have them.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod browser;
mod native;

use uav_core::batch::{Batch, Door};
use uav_wire::{Limits, Policy, event_texts, parse_batch, parse_logged};

/// A batch that an entrance takes, with what it has to say of it. The log reads it back as it came.
fn taken(door: Door, json: &str) -> (Batch, String) {
    let parsed = parse_batch(json.as_bytes(), Policy::of(door, &Limits::default())).unwrap();
    assert_eq!(parse_logged(json.as_bytes(), door).unwrap(), parsed, "the log");
    let texts = event_texts(json.as_bytes(), door);
    assert_eq!(texts.len(), parsed.batch.events.len(), "the texts of the events");
    assert!(texts.iter().all(|text| json.contains(text)), "as they came");
    let said: Vec<String> = parsed.refusals.iter().map(ToString::to_string).collect();
    (parsed.batch, said.join("; "))
}
