//! Import jobs, and the lines that were refused.

use async_trait::async_trait;
use uav_core::InputId;

use crate::Result;

/// The number of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportId(pub u64);

/// Where an import stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportState {
    /// At work; after a restart: was at work.
    #[default]
    Running,
    /// Held by the operator.
    Paused,
    /// Read to the end.
    Done,
    /// Stopped by the operator.
    Cancelled,
    /// Stopped by a fault.
    Failed,
}

/// An import, with its place and counts. Written whole, in the transaction of the data that it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportRecord {
    /// Its number.
    pub id: ImportId,
    /// The file's name, for people.
    pub name: String,
    /// How to open the source again, in the engine's own form.
    pub source: String,
    /// Where it stands.
    pub state: ImportState,
    /// The size of the source in bytes (batches for a sample), 0 when unknown.
    pub total: u64,
    /// How far the source was read, in the same unit.
    pub done: u64,
    /// Lines read; everything up to here is durable.
    pub lines: u64,
    /// Batches stored.
    pub accepted: u64,
    /// Batches that were here before.
    pub duplicates: u64,
    /// Lines refused whole.
    pub refused: u64,
    /// Parts refused of batches that were stored.
    pub remarks: u64,
    /// Events stored.
    pub events: u64,
    /// Profiles made.
    pub created: u64,
    /// Profiles changed, once per group.
    pub updated: u64,
    /// When it was started, ms UTC.
    pub started_ms: i64,
    /// When it ended, ms UTC.
    pub finished_ms: Option<i64>,
    /// Why it failed.
    pub fault: Option<String>,
}

/// A refused line, or a refused part of a line that was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalRecord {
    /// The import; `None` for what came over the network.
    pub import: Option<ImportId>,
    /// The input that it came from, where that is known.
    pub input: Option<InputId>,
    /// When, ms UTC.
    pub received_ms: i64,
    /// The line, from 1; 0 over the network.
    pub line: u64,
    /// The stable code of the reason ([`uav_core::Reason::code`]).
    pub reason: String,
    /// Where in the line.
    pub path: String,
    /// The fault in words.
    pub detail: String,
    /// Whether the whole line was refused.
    pub whole: bool,
    /// The line's text, cut to 64 KB; empty for a part, whose batch is in the log.
    pub text: String,
}

/// A page of refusals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefusalPage {
    /// In the order they were stored.
    pub refusals: Vec<RefusalRecord>,
    /// Where the next page starts.
    pub next: Option<u64>,
}

/// Refusals of the network that are kept: a client gone wild must not fill the disk.
pub const NETWORK_REFUSALS_MAX: u64 = 100_000;

/// Keeping imports.
#[async_trait]
pub trait ImportStore: Send + Sync {
    /// Writes an import, new or changed, outside of any group.
    async fn put_import(&self, import: &ImportRecord) -> Result<()>;

    /// The import of this number.
    async fn import(&self, id: ImportId) -> Result<Option<ImportRecord>>;

    /// The newest imports, at most `limit`, newest first, older than `before` if given.
    async fn imports(&self, before: Option<ImportId>, limit: u32) -> Result<Vec<ImportRecord>>;

    /// A page of what an import refused, of one reason if given.
    async fn refusals(
        &self,
        import: Option<ImportId>,
        reason: Option<&str>,
        after: Option<u64>,
        limit: u32,
    ) -> Result<RefusalPage>;

    /// How many an import refused, by reason code.
    async fn refusal_counts(&self, import: Option<ImportId>) -> Result<Vec<(String, u64)>>;

    /// What came over the network and was refused, newest first: of one input if given, older than `before`. Beyond
    /// the newest [`NETWORK_REFUSALS_MAX`] a store may forget them.
    async fn network_refusals(&self, input: Option<InputId>, before: Option<u64>, limit: u32) -> Result<RefusalPage>;
}
