//! Files into profiles: reading any size in constant memory, with progress, pause, and a place to go on from.
//!
//! A job is two halves. One thread reads, cuts, parses and packs ([`reading`]); the job itself hands the groups to the
//! writer and keeps the books ([`job`]). The record of a job is stored in the transaction of the data that it counts, so
//! that after a crash it says exactly what is there.

mod compression;
mod job;
mod jobs;
mod preview;
mod reading;
mod records;
mod source;
mod spec;

pub use compression::Compression;
pub use job::ImportProgress;
pub use jobs::{Act, Imports, StartImport};
pub use preview::{Preview, PreviewRow, preview};
pub use records::{Format, Record, RecordError, Records};
pub use source::{ImportSource, SourceError};
