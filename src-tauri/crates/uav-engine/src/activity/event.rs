//! An event in its place on the timeline, with the batch that it came with.

use std::sync::Arc;

use uav_core::batch::{Batch, Event};
use uav_core::{Receipt, Seq};

use super::describe::{Category, Headline};

/// The place of an event in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActivityCursor {
    /// When it counts as having happened, ms UTC.
    pub time_ms: i64,
    /// Its batch.
    pub seq: Seq,
    /// Its place in the batch.
    pub index: u32,
}

/// An event on the timeline.
#[derive(Clone, Debug)]
pub struct TimelineEvent {
    /// Its batch.
    pub batch: Arc<TimelineBatch>,
    /// Its place in the batch. One past the last for a batch with no events, which has one line of its own.
    pub index: u32,
    /// When it counts as having happened, ms UTC.
    pub ordered_ms: i64,
    /// Screen, commerce, custom or other.
    pub category: Category,
    /// What it is called.
    pub headline: Headline,
}

/// A batch that events came with.
#[derive(Clone, Debug)]
pub struct TimelineBatch {
    /// Place, time and source.
    pub receipt: Receipt,
    /// What it says.
    pub batch: Batch,
    /// The device application stamp.
    pub device: Option<Box<str>>,
}

impl TimelineEvent {
    /// The event itself; `None` for the line of a batch with no events.
    #[must_use]
    pub fn event(&self) -> Option<&Event> {
        self.batch.batch.events.get(self.index as usize)
    }

    /// Its place in the order of time.
    #[must_use]
    pub fn cursor(&self) -> ActivityCursor {
        ActivityCursor { time_ms: self.ordered_ms, seq: self.batch.receipt.seq, index: self.index }
    }
}
