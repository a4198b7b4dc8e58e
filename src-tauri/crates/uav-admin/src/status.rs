//! How the engine is doing, and where its data is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the engine's state.
#[derive(Debug, Deserialize, TS)]
pub struct GetStatus {}

/// The engine's state, for the foot of the rail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StatusView {
    /// The program's version.
    pub version: String,
    /// Profiles in the store, all environments.
    pub profiles: i64,
    /// Batches in the log.
    pub batches: i64,
    /// Events in the log.
    pub events: i64,
    /// Events taken in per second, over the last ten seconds.
    pub events_per_s: f64,
    /// The 99th percentile of the time from a live batch's arrival to its commit over the last minute, ms;
    /// absent when none came.
    pub ingest_p99_ms: Option<f64>,
    /// The data file's name, without its folder.
    pub data_name: String,
    /// Bytes on disk.
    pub data_bytes: i64,
    /// The running import with the least progress, in percent; absent when none runs.
    pub import_percent: Option<f64>,
    /// Whether imports may name files of the machine that the engine runs on.
    pub local_files: bool,
}

/// Asks where the data is.
#[derive(Debug, Deserialize, TS)]
pub struct GetStorage {}

/// Where the data is and what it holds, for Settings.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StorageView {
    /// The data file, whole path.
    pub path: String,
    /// Bytes of the file and its journal.
    pub bytes: i64,
    /// The kind of store and its version: `SQLite 3.51.3`.
    pub engine: String,
    /// `full`: an acknowledged batch survives a power cut.
    pub durability: String,
    /// Profiles, production.
    pub production_profiles: i64,
    /// Profiles, development.
    pub development_profiles: i64,
    /// Identities that can be searched, former ones included.
    pub identities: i64,
    /// Batches in the log.
    pub batches: i64,
    /// Events in the log.
    pub events: i64,
    /// When the first entry of the log was received, ms UTC.
    pub first_received_ms: Option<i64>,
    /// When the last was.
    pub last_received_ms: Option<i64>,
}
