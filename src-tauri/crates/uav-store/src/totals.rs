//! What a store holds and is.

/// Exact counts, kept in the transaction that changes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Profiles of production data.
    pub production_profiles: u64,
    /// Profiles of development data.
    pub development_profiles: u64,
    /// Identities that can be searched, former ones included.
    pub identities: u64,
    /// Batches in the log.
    pub batches: u64,
    /// Events in the log.
    pub events: u64,
    /// When the first batch was received, ms UTC.
    pub first_received_ms: Option<i64>,
    /// When the last was.
    pub last_received_ms: Option<i64>,
}

/// A store described for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreFacts {
    /// `SQLite 3.51.3`.
    pub engine: String,
    /// Where the data is.
    pub path: String,
    /// Bytes on disk, journals included.
    pub bytes: u64,
    /// What survives a power cut: `full` when every acknowledged batch does.
    pub durability: String,
}
