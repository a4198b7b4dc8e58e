//! The reading half of a job: from the source to groups of parsed batches, on a thread of its own.

use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tokio::sync::mpsc;
use uav_core::{Reason, Refusal};
use uav_store::{ImportId, RefusalRecord, Store};
use uav_wire::Limits;

use super::compression::unpack;
use super::records::{Record, RecordError, Records};
use super::source::{ImportSource, SourceError};
use crate::clock::World;
use crate::error::{EngineError, Result};
use crate::ingest::Incoming;
use crate::inputs::FileInputs;

/// Batches that are stored together. Larger groups cost less a batch, and hold live batches up for longer.
const GROUP_BATCHES_MAX: usize = 8_000;
/// Bytes of JSON that are stored together, so that memory is bounded whatever the size of a batch.
const GROUP_BYTES_MAX: usize = 12 << 20;
/// How much of a refused line is kept, bytes.
const REFUSED_TEXT_BYTES_MAX: usize = 64 << 10;

/// A group of batches that was read.
#[derive(Default)]
pub(super) struct ReadGroup {
    pub(super) batches: Vec<Incoming>,
    pub(super) refusals: Vec<RefusalRecord>,
    /// The last line of the group.
    pub(super) lines: u64,
    /// How far the source was read, in its own unit.
    pub(super) done: u64,
    bytes: usize,
}

/// What the reading half needs.
pub(super) struct Reading {
    pub(super) source: ImportSource,
    pub(super) import: ImportId,
    /// Lines that were stored before and are passed over.
    pub(super) skip_lines: u64,
    pub(super) inputs: FileInputs,
    pub(super) store: Arc<dyn Store>,
    pub(super) world: Arc<dyn World>,
    pub(super) stop: Arc<AtomicBool>,
}

/// Lines from any source.
enum Lines {
    File { records: Records<Box<dyn std::io::Read + Send>>, read: Arc<AtomicU64> },
    Sample { batches: uav_sample::Batches, line: u64 },
}

impl Lines {
    fn open(source: &ImportSource) -> Result<Self> {
        let stream: Box<dyn std::io::Read + Send> = match source {
            ImportSource::File { path, bytes } => {
                let fault = |fault| SourceError::File { path: path.display().to_string(), fault };
                let file = File::open(path).map_err(fault)?;
                let now = file.metadata().map_err(fault)?.len();
                if now != *bytes {
                    let path = path.display().to_string();
                    return Err(SourceError::FileChanged { path, before: *bytes, now }.into());
                }
                Box::new(file)
            }
            ImportSource::Stdin => Box::new(std::io::stdin()),
            ImportSource::Sample { .. } => {
                let shop = source.shop().ok_or(SourceError::StdinGone)?;
                return Ok(Self::Sample { batches: shop.batches(), line: 0 });
            }
        };
        let unpacked = unpack(stream).map_err(|fault| RecordError::Unreadable { line: 0, fault })?;
        Ok(Self::File { records: Records::new(unpacked.reader), read: unpacked.read })
    }

    fn next(&mut self) -> Result<Option<Record>> {
        match self {
            Self::File { records, .. } => Ok(records.next_record()?),
            Self::Sample { batches, line } => Ok(batches.next().map(|sample| {
                *line += 1;
                Record { line: *line, text: sample.json.into_bytes(), too_long: None }
            })),
        }
    }

    fn done(&self) -> u64 {
        match self {
            Self::File { read, .. } => read.load(Ordering::Relaxed),
            Self::Sample { line, .. } => *line,
        }
    }
}

/// Reads the source to its end, sending groups; stops early when nobody takes them or when told to.
///
/// # Errors
/// When the source cannot be read on; what was read before was sent.
pub(super) fn read(mut reading: Reading, groups: &mpsc::Sender<ReadGroup>) -> Result<()> {
    let mut lines = Lines::open(&reading.source)?;
    let mut group = ReadGroup::default();
    let ended = loop {
        if reading.stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        match lines.next() {
            Ok(Some(record)) if record.line <= reading.skip_lines => {}
            Ok(Some(record)) => {
                group.lines = record.line;
                reading.take(&record, &mut group)?;
                if group.batches.len() >= GROUP_BATCHES_MAX || group.bytes >= GROUP_BYTES_MAX {
                    group.done = lines.done();
                    if groups.blocking_send(std::mem::take(&mut group)).is_err() {
                        return Ok(());
                    }
                }
            }
            Ok(None) => break Ok(()),
            Err(EngineError::Record(fault)) => {
                group.refusals.push(reading.cut_off(&fault, group.lines.max(reading.skip_lines)));
                break Err(EngineError::Record(fault));
            }
            Err(fault) => break Err(fault),
        }
    };
    if group.lines > 0 || !group.refusals.is_empty() {
        group.lines = group.lines.max(reading.skip_lines);
        group.done = lines.done();
        // Nobody takes it only when the job was stopped.
        let _stopped = groups.blocking_send(group);
    }
    ended
}

impl Reading {
    /// Parses one record into the group: its batches, or why not.
    fn take(&mut self, record: &Record, group: &mut ReadGroup) -> Result<()> {
        group.bytes += record.text.len();
        if let Some(length) = record.too_long {
            let detail = format!("{length} bytes, limit {}", super::records::RECORD_BYTES_MAX);
            let refusal = Refusal::new("", Reason::OverLimit, detail);
            group.refusals.push(self.refused(&record.text, record.line, &refusal));
            return Ok(());
        }
        let now_ms = self.world.now_ms();
        let found = uav_wire::batches_in(&record.text);
        let texts = match found {
            Ok(texts) => texts,
            Err(refusal) => {
                group.refusals.push(self.refused(&record.text, record.line, &refusal));
                return Ok(());
            }
        };
        for text in texts {
            match uav_wire::parse_file_batch(text, &Limits::default()) {
                Ok(parsed) => {
                    let input = self.inputs.input_of(&parsed)?;
                    let received_ms = parsed.batch.timestamp_ms.filter(|time| *time > 0).unwrap_or(now_ms).min(now_ms);
                    group.batches.push(Incoming {
                        input: input.id,
                        workspace: self.inputs.workspace(),
                        scope: self.inputs.scope(),
                        door: parsed.door,
                        received_ms,
                        batch: parsed.batch,
                        body: self.store.pack(text),
                        is_historical: false,
                        remarks: parsed.refusals,
                        line: record.line,
                    });
                }
                Err(refusals) => {
                    // One line is refused, whatever the number of its faults.
                    for (place, refusal) in refusals.refusals().iter().enumerate() {
                        let refused = self.refused(text, record.line, refusal);
                        group.refusals.push(RefusalRecord { whole: place == 0, ..refused });
                    }
                }
            }
        }
        Ok(())
    }

    fn refused(&self, text: &[u8], line: u64, refusal: &Refusal) -> RefusalRecord {
        let kept = text.get(..REFUSED_TEXT_BYTES_MAX).unwrap_or(text);
        RefusalRecord {
            import: Some(self.import),
            input: None,
            received_ms: self.world.now_ms(),
            line,
            reason: refusal.reason.code().to_owned(),
            path: refusal.path.clone(),
            detail: refusal.detail.clone(),
            whole: true,
            text: String::from_utf8_lossy(kept).into_owned(),
        }
    }

    /// The refusal that stands for everything after the place where the source broke off.
    fn cut_off(&self, fault: &RecordError, line: u64) -> RefusalRecord {
        self.refused(b"", line + 1, &Refusal::new("", Reason::Truncated, fault.to_string()))
    }
}
