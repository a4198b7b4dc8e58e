//! How the engine is doing, and where its data is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_store::ImportState;

use crate::admin::Admin;
use crate::error::Problem;
use crate::numbers::{percent, signed};

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

impl Admin {
    /// How the engine is doing.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn engine_status(&self, _request: GetStatus) -> Result<StatusView, Problem> {
        let status = self.engine.status().await?;
        let jobs = self.engine.imports().list().await?;
        let running = jobs.iter().filter(|job| job.record.state == ImportState::Running && job.record.total > 0);
        let percents = running.map(|job| percent(job.record.done, job.record.total));
        let name = std::path::Path::new(&status.facts.path).file_name().unwrap_or_default();
        Ok(StatusView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            profiles: signed(status.totals.production_profiles + status.totals.development_profiles),
            batches: signed(status.totals.batches),
            events: signed(status.totals.events),
            events_per_s: status.events_per_s,
            ingest_p99_ms: status.ingest_p99.map(|wait| wait.as_secs_f64() * 1000.0),
            data_name: name.to_string_lossy().into_owned(),
            data_bytes: signed(status.facts.bytes),
            import_percent: percents.reduce(f64::min),
            local_files: self.host.local_files,
        })
    }

    /// Where the data is and what it holds.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn storage_get(&self, _request: GetStorage) -> Result<StorageView, Problem> {
        let status = self.engine.status().await?;
        Ok(StorageView {
            path: status.facts.path,
            bytes: signed(status.facts.bytes),
            engine: status.facts.engine,
            durability: status.facts.durability,
            production_profiles: signed(status.totals.production_profiles),
            development_profiles: signed(status.totals.development_profiles),
            identities: signed(status.totals.identities),
            batches: signed(status.totals.batches),
            events: signed(status.totals.events),
            first_received_ms: status.totals.first_received_ms,
            last_received_ms: status.totals.last_received_ms,
        })
    }
}
