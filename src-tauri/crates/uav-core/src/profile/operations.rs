//! What a batch does to attributes, in the order in which equal times are decided (events.md AT-13): change events at
//! their own times, then deletions, then the map, both at batch time. The fold and the history read it from here.

use super::Moment;
use crate::batch::{Batch, Event, EventKind, Receipt};
use crate::value::Value;

/// The times of a batch.
#[derive(Clone, Copy)]
pub(super) struct BatchTime<'a> {
    pub(super) receipt: &'a Receipt,
    pub(super) time_ms: i64,
}

impl<'a> BatchTime<'a> {
    pub(super) fn of(batch: &Batch, receipt: &'a Receipt) -> Self {
        Self { receipt, time_ms: batch.time_ms(receipt.received_ms) }
    }

    /// A place at batch time.
    pub(super) const fn at(&self, place: u32) -> Moment {
        Moment { time_ms: self.time_ms, seq: self.receipt.seq, place }
    }

    /// An event's own time.
    pub(super) fn of_event(&self, event: &Event, place: u32) -> Moment {
        Moment { time_ms: event.time_ms(self.receipt.received_ms), seq: self.receipt.seq, place }
    }
}

/// One thing done to an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AttributeOperation<'a> {
    /// It was given a value.
    Write(&'a Value),
    /// It was removed.
    Delete,
    /// It stood in a snapshot.
    Fill(&'a Value),
}

/// Places in a batch: events first, then deletions, then the map. A name in both ends up set.
const DELETIONS_FROM: u32 = 1 << 30;
const MAP_FROM: u32 = 1 << 31;

/// Visits everything that a batch does to attributes.
pub(super) fn attribute_operations<'a>(
    batch: &'a Batch,
    receipt: &Receipt,
    mut visit: impl FnMut(&'a str, AttributeOperation<'a>, Moment),
) {
    let at = BatchTime::of(batch, receipt);
    for (event, place) in batch.events.iter().zip(0u32..) {
        match &event.kind {
            EventKind::UserAttributeChange { name, deleted: true, .. } => {
                visit(name, AttributeOperation::Delete, at.of_event(event, place));
            }
            EventKind::UserAttributeChange { name, new: Some(value), .. } => {
                visit(name, AttributeOperation::Write(value), at.of_event(event, place));
            }
            _ => {}
        }
    }
    for (name, place) in batch.deleted_user_attributes.iter().zip(DELETIONS_FROM..) {
        visit(name, AttributeOperation::Delete, at.at(place));
    }
    for ((name, value), place) in batch.user_attributes.iter().zip(MAP_FROM..) {
        // The map of a client is a snapshot: only change events write (AT-7).
        let snapshot = receipt.door.sends_snapshots();
        let operation = if snapshot { AttributeOperation::Fill(value) } else { AttributeOperation::Write(value) };
        visit(name, operation, at.at(place));
    }
}
