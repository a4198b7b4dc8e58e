//! The beginning of a file, read and judged, nothing stored.

use std::fs::File;

use uav_core::Batch;
use uav_wire::Limits;

use super::compression::{Compression, unpack};
use super::records::{Format, Record, RecordError, Records};
use super::source::{ImportSource, SourceError};
use crate::error::{EngineError, Result};

/// How many batches are shown.
const ROWS_MAX: usize = 20;
/// How much of a batch's text is shown, characters.
const TEXT_CHARS_MAX: usize = 2_000;

/// One batch at the beginning of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// The line, or the place in an array, from 1.
    pub line: u64,
    /// Who it is, in words; empty when nobody.
    pub who: String,
    /// Its number of events.
    pub events: usize,
    /// Why it would be refused.
    pub fault: Option<String>,
    /// The beginning of its text.
    pub text: String,
}

/// What a file looks like.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The file's name.
    pub name: String,
    /// How it is cut.
    pub format: Format,
    /// How it is packed.
    pub compression: Compression,
    /// Its size, bytes.
    pub bytes: u64,
    /// Its first batches.
    pub rows: Vec<PreviewRow>,
}

/// Reads the beginning of a file. Blocks; call it off the runtime.
///
/// # Errors
/// When the file cannot be opened or its beginning cannot be unpacked.
pub fn preview(source: &ImportSource) -> Result<Preview> {
    let ImportSource::File { path, bytes } = source else {
        return Err(EngineError::Invalid { path: "source", detail: "only files have a preview".to_owned() });
    };
    let file = File::open(path).map_err(|fault| SourceError::File { path: path.display().to_string(), fault })?;
    let unpacked = unpack(file).map_err(|fault| RecordError::Unreadable { line: 0, fault })?;
    let compression = unpacked.compression;
    let mut records = Records::new(unpacked.reader);
    let format = records.format();
    let mut rows = Vec::new();
    while rows.len() < ROWS_MAX {
        match records.next_record() {
            Ok(Some(record)) => judge(&record, &mut rows),
            Ok(None) => break,
            Err(fault) => {
                let line = rows.last().map_or(1, |row: &PreviewRow| row.line + 1);
                rows.push(row(line, b"", None, Some(fault.to_string())));
                break;
            }
        }
    }
    rows.truncate(ROWS_MAX);
    Ok(Preview { name: source.name(), format, compression, bytes: *bytes, rows })
}

fn judge(record: &Record, rows: &mut Vec<PreviewRow>) {
    if let Some(length) = record.too_long {
        rows.push(row(record.line, &record.text, None, Some(format!("{length} bytes is too long"))));
        return;
    }
    match uav_wire::batches_in(&record.text) {
        Ok(texts) => {
            for text in texts {
                match uav_wire::parse_file_batch(text, &Limits::default()) {
                    Ok(parsed) => rows.push(row(record.line, text, Some(&parsed.batch), None)),
                    Err(fault) => rows.push(row(record.line, text, None, Some(fault.to_string()))),
                }
            }
        }
        Err(refusal) => rows.push(row(record.line, &record.text, None, Some(refusal.to_string()))),
    }
}

fn row(line: u64, text: &[u8], batch: Option<&Batch>, fault: Option<String>) -> PreviewRow {
    PreviewRow {
        line,
        who: batch.map(who).unwrap_or_default(),
        events: batch.map_or(0, |batch| batch.events.len()),
        fault,
        text: String::from_utf8_lossy(text).chars().take(TEXT_CHARS_MAX).collect(),
    }
}

/// The strongest identity of a batch, with its type.
fn who(batch: &Batch) -> String {
    let strongest = batch.identities().next();
    match (batch.mpid, strongest) {
        (Some(mpid), _) => format!("MPID {mpid}"),
        (None, Some((kind, value))) => format!("{} {value}", kind.label()),
        (None, None) => String::new(),
    }
}
