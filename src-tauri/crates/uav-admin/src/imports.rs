//! Files into profiles.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a file is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum ImportSource {
    /// Sent to the engine before, by this id.
    Upload {
        /// The id that the upload answered.
        id: String,
    },
    /// A file of the machine that the engine runs on.
    Path {
        /// The whole path.
        path: String,
    },
}

/// Asks for the beginning of a file, read but not imported.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewImport {
    /// Which file.
    pub source: ImportSource,
}

/// One batch at the beginning of a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewRowView {
    /// The line, or in a JSON array the place, from 1.
    pub line: i64,
    /// Who it is, in words; empty when nobody.
    pub who: String,
    /// Its number of events.
    pub events: u32,
    /// Why it would be refused; absent when it would not.
    pub fault: Option<String>,
    /// The beginning of its text.
    pub text: String,
}

/// What a file looks like.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPreviewView {
    /// The file's name.
    pub name: String,
    /// `NDJSON`, `JSON array`, `JSON object`.
    pub format: String,
    /// `plain`, `gzip` or `zstd`.
    pub compression: String,
    /// Bytes on disk.
    pub bytes: i64,
    /// The first batches, at most 20.
    pub rows: Vec<PreviewRowView>,
}

/// Starts an import, or a dry run that reads and resolves everything and stores nothing.
#[derive(Debug, Deserialize, TS)]
pub struct StartImport {
    /// Which file.
    pub source: ImportSource,
    /// The workspace that the data belongs to.
    pub workspace: u32,
    /// Whether to store nothing.
    pub dry_run: bool,
}

/// Names an import job.
#[derive(Debug, Deserialize, TS)]
pub struct ActOnImport {
    /// The job.
    pub job: String,
}

/// Loads the sample shop.
#[derive(Debug, Deserialize, TS)]
pub struct LoadSample {
    /// How many users, 1 to 10,000,000.
    pub users: i64,
    /// Over how many days, 1 to 730.
    pub days: u32,
    /// The same seed always gives the same shop.
    pub seed: i64,
    /// The workspace that the data belongs to.
    pub workspace: u32,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// At work.
    Running,
    /// Held by the operator, or by a restart.
    Paused,
    /// Read to the end.
    Done,
    /// Stopped by the operator; what was stored stays.
    Cancelled,
    /// Stopped by a fault.
    Failed,
}

/// How many lines were refused for one reason.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReasonCountView {
    /// The stable code.
    pub reason: String,
    /// In words.
    pub label: String,
    /// How many.
    pub count: i64,
}

/// One import.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportJobView {
    /// The job.
    pub job: String,
    /// The file's name, or `Sample shop`.
    pub name: String,
    /// Where it stands.
    pub state: ImportState,
    /// Whether nothing is stored.
    pub dry_run: bool,
    /// Whether this is the sample shop.
    pub sample: bool,
    /// The file, to be imported again or after a dry run; absent for the sample shop and the standard input.
    pub source: Option<ImportSource>,
    /// Bytes of the file; for the sample, batches expected.
    pub total: i64,
    /// Of them read.
    pub done: i64,
    /// Lines (batches) read.
    pub lines: i64,
    /// Batches stored, or in a dry run that would be.
    pub accepted: i64,
    /// Batches that were here before.
    pub duplicates: i64,
    /// Lines refused whole.
    pub refused: i64,
    /// Parts refused of batches that were stored.
    pub remarks: i64,
    /// Events stored.
    pub events: i64,
    /// Profiles made.
    pub created: i64,
    /// Profiles that were there and changed, counted once each in a dry run, once per group otherwise.
    pub updated: i64,
    /// The line up to which everything is durable.
    pub safe_line: i64,
    /// Lines per second now.
    pub rate: f64,
    /// Lines per second since the start, at most 60 values, oldest first.
    pub rates: Vec<f64>,
    /// Time left, ms; absent when unknown.
    pub left_ms: Option<i64>,
    /// When it was started, ms UTC.
    pub started_ms: i64,
    /// When it ended, ms UTC.
    pub finished_ms: Option<i64>,
    /// Refused lines and remarks by reason.
    pub reasons: Vec<ReasonCountView>,
    /// Why it failed.
    pub fault: Option<String>,
}

/// Asks for the jobs.
#[derive(Debug, Deserialize, TS)]
pub struct ListImports {}

/// The jobs, running ones first, then newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportListView {
    /// The jobs.
    pub jobs: Vec<ImportJobView>,
}

/// Asks for refused lines.
#[derive(Debug, Deserialize, TS)]
pub struct ListRefusals {
    /// The job.
    pub job: String,
    /// Only this reason.
    pub reason: Option<String>,
    /// The `next` of the page before.
    pub cursor: Option<String>,
    /// At most this many, 1 to 500.
    pub limit: u32,
}

/// One refused line, or refused part of a line that was stored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RefusalView {
    /// The line, from 1.
    pub line: i64,
    /// The stable code of the reason.
    pub reason: String,
    /// The fault in words, with its path.
    pub message: String,
    /// Where in the line.
    pub path: String,
    /// Whether the whole line was refused.
    pub whole: bool,
    /// The line's text, at most the first 64 KB.
    pub text: String,
}

/// A page of refused lines.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RefusalPageView {
    /// In the order of the file.
    pub refusals: Vec<RefusalView>,
    /// Where the next page starts; absent after the last.
    pub next: Option<String>,
}
