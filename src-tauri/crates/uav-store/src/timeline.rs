//! A user's batches in time.

use async_trait::async_trait;
use uav_core::{ProfileKey, Receipt, Seq};

use crate::{EntryKind, Result};

/// A piece of a batch on the timeline: at most ten minutes of its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The batch.
    pub seq: Seq,
    /// Its oldest event in this piece, ms UTC.
    pub oldest_ms: i64,
    /// Its newest event in this piece, ms UTC.
    pub newest_ms: i64,
    /// The alias that copied it here; `None` for the user's own. A copy's bounds are those of the alias where it was cut.
    pub alias: Option<Seq>,
}

/// Asks for pieces of a user's timeline, ordered by (newest time, seq).
#[derive(Clone, Copy, Debug)]
pub struct SpanQuery {
    /// The user.
    pub profile: ProfileKey,
    /// Pieces whose newest event is at or after this, ms UTC.
    pub from_ms: i64,
    /// And at or before this.
    pub to_ms: i64,
    /// Descending instead of ascending.
    pub newest_first: bool,
    /// Only pieces beyond this one in the order asked for: (newest time, seq).
    pub after: Option<(i64, Seq)>,
    /// At most this many.
    pub limit: u32,
}

/// An entry out of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// What it is.
    pub kind: EntryKind,
    /// Place, time and source.
    pub receipt: Receipt,
    /// The user that it belongs to.
    pub profile: ProfileKey,
    /// The user that it was first resolved to: another one only where the log was resolved anew since.
    pub first: ProfileKey,
    /// The text as it was received.
    pub raw: Vec<u8>,
}

/// Reading the log.
#[async_trait]
pub trait TimelineStore: Send + Sync {
    /// Pieces of a user's timeline.
    async fn spans(&self, query: SpanQuery) -> Result<Vec<Span>>;

    /// The entries of these places, in that order; places with none are left out.
    async fn entries(&self, seqs: &[Seq]) -> Result<Vec<StoredEntry>>;

    /// Up to `limit` entries after `after`, in the order of the log: the way of a replay.
    async fn entries_after(&self, after: Seq, limit: u32) -> Result<Vec<StoredEntry>>;
}
