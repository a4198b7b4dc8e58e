//! One job: hands groups to the writer, keeps the books, obeys the operator.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{mpsc, watch};
use uav_store::{ImportRecord, ImportState};

use super::reading::{ReadGroup, Reading, read};
use super::source::ImportSource;
use super::spec::Spec;
use crate::error::{EngineError, Result};

/// How many values the curve of rates has.
const RATES_MAX: usize = 60;

/// Where a job stands and how fast it goes.
#[derive(Clone, Debug)]
pub struct ImportProgress {
    /// The record as stored.
    pub record: ImportRecord,
    /// What is read.
    pub source: ImportSource,
    /// Whether only counts are kept.
    pub dry_run: bool,
    /// Lines per second now; 0 when at rest.
    pub rate: f64,
    /// Lines per second since the start, oldest first.
    pub rates: Vec<f64>,
    /// Time left; `None` when unknown.
    pub left: Option<Duration>,
}

/// What the operator wants of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Run,
    Pause,
    Cancel,
    /// The program ends: leave the job as it is, to be gone on with.
    Leave,
}

/// The books of a running job, shared with whoever looks.
#[derive(Debug)]
pub(super) struct Books {
    record: ImportRecord,
    /// Time and lines at the end of recent groups.
    marks: VecDeque<(Instant, u64)>,
    rates: VecDeque<f64>,
    begun: Instant,
    done_at_begin: u64,
}

impl Books {
    pub(super) fn new(record: ImportRecord) -> Self {
        let begun = Instant::now();
        let marks = VecDeque::from([(begun, record.lines)]);
        Self { done_at_begin: record.done, record, marks, rates: VecDeque::new(), begun }
    }

    /// Enters a stored group.
    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    fn enter(&mut self, record: ImportRecord) {
        let now = Instant::now();
        if let Some((at, lines)) = self.marks.back() {
            let seconds = now.duration_since(*at).as_secs_f64().max(0.001);
            self.rates.push_back((record.lines - lines) as f64 / seconds);
        }
        self.marks.push_back((now, record.lines));
        while self.marks.len() > 4 {
            self.marks.pop_front();
        }
        if self.rates.len() > RATES_MAX * 2 {
            // Halve the curve instead of forgetting its beginning.
            let halved =
                self.rates.make_contiguous().chunks(2).map(|pair| pair.iter().sum::<f64>() / pair.len() as f64);
            self.rates = halved.collect();
        }
        self.record = record;
    }

    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    pub(super) fn progress(&self, spec: &Spec) -> ImportProgress {
        let running = self.record.state == ImportState::Running;
        let rate = match (self.marks.front(), self.marks.back()) {
            (Some((from, before)), Some((to, after))) if running && to > from => {
                (after - before) as f64 / to.duration_since(*from).as_secs_f64()
            }
            _ => 0.0,
        };
        let read = self.record.done.saturating_sub(self.done_at_begin) as f64;
        let pace = read / self.begun.elapsed().as_secs_f64().max(0.001);
        let left = self.record.total.saturating_sub(self.record.done) as f64 / pace;
        let left = (running && self.record.total > 0 && pace > 0.0).then(|| Duration::try_from_secs_f64(left).ok());
        ImportProgress {
            record: self.record.clone(),
            source: spec.source.clone(),
            dry_run: spec.dry_run,
            rate,
            rates: self.rates.iter().copied().collect(),
            left: left.flatten(),
        }
    }
}

/// Stores what a group says; the job's way to the writer.
pub(super) trait Sink: Send + Sync {
    /// Stores a group with the record as it will be, and returns the record with the group's counts.
    fn store(&self, group: ReadGroup, record: ImportRecord) -> impl Future<Output = Result<ImportRecord>> + Send;

    /// Stores the record alone.
    fn store_record(&self, record: &ImportRecord) -> impl Future<Output = Result<()>> + Send;

    /// Tells whoever looks that the books changed.
    fn announce(&self);

    /// Now, ms UTC.
    fn now_ms(&self) -> i64;
}

/// Runs a job to its end, or until the operator wishes otherwise. The outcome is in the books and in the store.
pub(super) async fn run(reading: Reading, books: Arc<Mutex<Books>>, mut wish: watch::Receiver<Wish>, sink: impl Sink) {
    let stop = Arc::clone(&reading.stop);
    let (sender, groups) = mpsc::channel(1);
    let reader = tokio::task::spawn_blocking(move || read(reading, &sender));
    let ended = store_groups(groups, &books, &mut wish, &sink).await;
    stop.store(true, Ordering::Relaxed);
    let outcome = match ended {
        Ok(Some(state)) => Ok(state),
        Ok(None) => match reader.await {
            Ok(Ok(())) => Ok(ImportState::Done),
            Ok(Err(fault)) => Err(fault),
            Err(_panicked) => Err(EngineError::Conflict("the reading of the file broke down".to_owned())),
        },
        Err(fault) => Err(fault),
    };
    if *wish.borrow() == Wish::Leave {
        return;
    }
    let mut record = lock(&books).record.clone();
    match outcome {
        Ok(state) => record.state = state,
        Err(fault) => {
            tracing::warn!("import {} stopped: {fault}", record.id.0);
            record.state = ImportState::Failed;
            record.fault = Some(fault.to_string());
        }
    }
    if record.state != ImportState::Paused {
        record.finished_ms = Some(sink.now_ms());
    }
    if record.state == ImportState::Done {
        record.done = record.total.max(record.done);
        record.total = record.done;
    }
    if let Err(fault) = sink.store_record(&record).await {
        tracing::error!("the end of import {} was not stored: {fault}", record.id.0);
    }
    lock(&books).record = record;
    sink.announce();
}

/// Stores groups until there are no more (`None`) or the operator wishes otherwise (the state to be in).
async fn store_groups(
    mut groups: mpsc::Receiver<ReadGroup>,
    books: &Mutex<Books>,
    wish: &mut watch::Receiver<Wish>,
    sink: &impl Sink,
) -> Result<Option<ImportState>> {
    loop {
        let group = tokio::select! {
            biased;
            changed = wish.wait_for(|wish| *wish != Wish::Run) => {
                let wish = changed.map_or(Wish::Leave, |wish| *wish);
                return Ok(Some(if wish == Wish::Pause { ImportState::Paused } else { ImportState::Cancelled }));
            }
            group = groups.recv() => group,
        };
        let Some(group) = group else { return Ok(None) };
        let mut record = lock(books).record.clone();
        record.lines = group.lines;
        record.done = group.done;
        let record = sink.store(group, record).await?;
        lock(books).enter(record);
        sink.announce();
    }
}

pub(super) fn lock(books: &Mutex<Books>) -> std::sync::MutexGuard<'_, Books> {
    books.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A flag that stops the reading half.
pub(super) fn stop_flag() -> Arc<AtomicBool> {
    Arc::new(AtomicBool::new(false))
}
