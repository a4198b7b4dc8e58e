//! All jobs: started, held, gone on with, listed.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;
use uav_core::WorkspaceId;
use uav_store::{ImportId, ImportRecord, ImportState, RefusalPage};

use super::job::{self, Books, ImportProgress, Sink, Wish, lock, stop_flag};
use super::reading::{ReadGroup, Reading};
use super::source::{ImportSource, SourceError};
use super::spec::Spec;
use crate::changes::Changed;
use crate::dry_run::DryRun;
use crate::error::{EngineError, Result};
use crate::inputs::FileInputs;
use crate::parts::Parts;

/// How many jobs of the past are listed.
const LISTED_MAX: u32 = 200;

/// Starts an import.
#[derive(Clone, Debug)]
pub struct StartImport {
    /// What to read.
    pub source: ImportSource,
    /// The workspace that the data belongs to.
    pub workspace: WorkspaceId,
    /// Whether to keep only counts and refusals.
    pub dry_run: bool,
}

/// What can be done to a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Hold it.
    Pause,
    /// Go on with it.
    Resume,
    /// Stop it; what was stored stays.
    Cancel,
}

/// A job at work.
struct Running {
    books: Arc<Mutex<Books>>,
    wish: watch::Sender<Wish>,
    spec: Spec,
}

/// The engine's imports. Cheap to clone.
#[derive(Clone)]
pub struct Imports {
    parts: Parts,
    running: Arc<Mutex<BTreeMap<ImportId, Running>>>,
    last_id: Arc<AtomicU64>,
}

impl Imports {
    pub(crate) fn new(parts: Parts, last_id: u64) -> Self {
        Self { parts, running: Arc::default(), last_id: Arc::new(AtomicU64::new(last_id)) }
    }

    /// Goes on with what was at work when the program ended. What cannot be gone on with is held or ended, and says why.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub(crate) async fn go_on(&self) -> Result<()> {
        for record in self.parts.store.imports(None, LISTED_MAX).await? {
            if record.state != ImportState::Running {
                continue;
            }
            let spec = Spec::of(&record)?;
            if spec.source == ImportSource::Stdin || spec.dry_run {
                let fault = if spec.dry_run {
                    "the program ended during the dry run".to_owned()
                } else {
                    SourceError::StdinGone.to_string()
                };
                let ended = ImportRecord {
                    state: ImportState::Failed,
                    finished_ms: Some(self.parts.world.now_ms()),
                    fault: Some(fault),
                    ..record
                };
                self.parts.store.put_import(&ended).await?;
            } else {
                self.begin(spec, record).await?;
            }
        }
        Ok(())
    }

    /// Starts an import and returns at once.
    ///
    /// # Errors
    /// When the workspace does not exist or the record cannot be stored.
    pub async fn start(&self, start: StartImport) -> Result<ImportProgress> {
        let id = ImportId(self.last_id.fetch_add(1, Ordering::Relaxed) + 1);
        let total = match &start.source {
            ImportSource::File { bytes, .. } => *bytes,
            ImportSource::Sample { .. } => start.source.shop().map_or(0, |shop| shop.expected_batches()),
            ImportSource::Stdin => 0,
        };
        let spec = Spec { source: start.source, workspace: start.workspace, dry_run: start.dry_run };
        let record = ImportRecord {
            id,
            name: spec.source.name(),
            source: spec.stored(),
            state: ImportState::Running,
            total,
            started_ms: self.parts.world.now_ms(),
            ..ImportRecord::default()
        };
        self.begin(spec, record).await
    }

    /// Holds, goes on with or stops a job.
    ///
    /// # Errors
    /// When there is no such job, or it is not in a state for that.
    pub async fn act(&self, id: ImportId, act: Act) -> Result<ImportProgress> {
        if let Some(progress) = self.wish(id, act) {
            if act == Act::Resume && progress.record.state == ImportState::Running {
                return Ok(progress);
            }
            // The job obeys between two groups; wait until it is at rest.
            while self.progress_of_running(id).is_some() {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
            if act != Act::Resume {
                return self.get(id).await;
            }
        }
        let record = self.parts.store.import(id).await?.ok_or_else(|| not_found(id))?;
        match (act, record.state) {
            (Act::Resume, ImportState::Paused | ImportState::Failed) => {
                let spec = Spec::of(&record)?;
                let record = ImportRecord { state: ImportState::Running, fault: None, finished_ms: None, ..record };
                self.begin(spec, record).await
            }
            (Act::Cancel, ImportState::Paused) => {
                let finished_ms = Some(self.parts.world.now_ms());
                let record = ImportRecord { state: ImportState::Cancelled, finished_ms, ..record };
                self.parts.store.put_import(&record).await?;
                self.parts.changes.announce(Changed::Imports);
                self.get(id).await
            }
            (Act::Pause, ImportState::Paused) => self.get(id).await,
            (act, state) => Err(EngineError::Conflict(format!("import {} is {state:?}: {act:?} does nothing", id.0))),
        }
    }

    /// One job.
    ///
    /// # Errors
    /// When there is no such job.
    pub async fn get(&self, id: ImportId) -> Result<ImportProgress> {
        if let Some(progress) = self.progress_of_running(id) {
            return Ok(progress);
        }
        let record = self.parts.store.import(id).await?.ok_or_else(|| not_found(id))?;
        Ok(at_rest(record))
    }

    /// The jobs, running ones first, then newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn list(&self) -> Result<Vec<ImportProgress>> {
        let mut jobs: Vec<ImportProgress> =
            self.running_ids().into_iter().rev().filter_map(|id| self.progress_of_running(id)).collect();
        let running: Vec<ImportId> = jobs.iter().map(|job| job.record.id).collect();
        let stored = self.parts.store.imports(None, LISTED_MAX).await?;
        jobs.extend(stored.into_iter().filter(|record| !running.contains(&record.id)).map(at_rest));
        Ok(jobs)
    }

    /// A page of what a job refused.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn refusals(
        &self,
        id: ImportId,
        reason: Option<&str>,
        after: Option<u64>,
        limit: u32,
    ) -> Result<RefusalPage> {
        Ok(self.parts.store.refusals(Some(id), reason, after, limit).await?)
    }

    /// How many a job refused, by reason.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn refusal_counts(&self, id: ImportId) -> Result<Vec<(String, u64)>> {
        Ok(self.parts.store.refusal_counts(Some(id)).await?)
    }

    /// Waits until a job is at rest.
    ///
    /// # Errors
    /// When there is no such job.
    pub async fn finished(&self, id: ImportId) -> Result<ImportProgress> {
        loop {
            let progress = self.get(id).await?;
            if progress.record.state != ImportState::Running || self.progress_of_running(id).is_none() {
                return Ok(progress);
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// Lets every job stop between two groups, to be gone on with at the next start.
    pub(crate) async fn leave(&self) {
        for job in self.jobs().values() {
            job.wish.send_replace(Wish::Leave);
        }
        while !self.jobs().is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    }

    async fn begin(&self, spec: Spec, record: ImportRecord) -> Result<ImportProgress> {
        let inputs = FileInputs::load(self.parts.clone(), spec.workspace).await?;
        self.parts.store.put_import(&record).await?;
        let id = record.id;
        let reading = Reading {
            source: spec.source.clone(),
            import: id,
            skip_lines: record.lines,
            inputs,
            store: Arc::clone(&self.parts.store),
            world: Arc::clone(&self.parts.world),
            stop: stop_flag(),
        };
        let books = Arc::new(Mutex::new(Books::new(record)));
        let (wish, wished) = watch::channel(Wish::Run);
        let sink = JobSink { parts: self.parts.clone(), dry_run: spec.dry_run.then(|| DryRun::new(&self.parts)) };
        let progress = lock(&books).progress(&spec);
        self.jobs().insert(id, Running { books: Arc::clone(&books), wish, spec });
        let imports = self.clone();
        tokio::spawn(async move {
            job::run(reading, books, wished, sink).await;
            imports.jobs().remove(&id);
            imports.parts.changes.announce(Changed::Imports);
        });
        self.parts.changes.announce(Changed::Imports);
        Ok(progress)
    }

    /// Tells a running job what is wished; its books, if it runs.
    fn wish(&self, id: ImportId, act: Act) -> Option<ImportProgress> {
        let jobs = self.jobs();
        let job = jobs.get(&id)?;
        match act {
            Act::Pause => job.wish.send_replace(Wish::Pause),
            Act::Cancel => job.wish.send_replace(Wish::Cancel),
            Act::Resume => Wish::Run,
        };
        Some(lock(&job.books).progress(&job.spec))
    }

    fn progress_of_running(&self, id: ImportId) -> Option<ImportProgress> {
        self.jobs().get(&id).map(|job| lock(&job.books).progress(&job.spec))
    }

    fn running_ids(&self) -> Vec<ImportId> {
        self.jobs().keys().copied().collect()
    }

    fn jobs(&self) -> std::sync::MutexGuard<'_, BTreeMap<ImportId, Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn not_found(id: ImportId) -> EngineError {
    EngineError::NotFound(format!("import {}", id.0))
}

fn at_rest(record: ImportRecord) -> ImportProgress {
    // One that an older version wrote in a way that is not understood is listed all the same.
    let spec = Spec::of(&record).unwrap_or_else(|_| Spec::unknown());
    Books::new(record).progress(&spec)
}

/// The way of a job's groups: to the writer, or for a dry run into the count.
struct JobSink {
    parts: Parts,
    dry_run: Option<DryRun>,
}

impl Sink for JobSink {
    async fn store(&self, group: ReadGroup, mut record: ImportRecord) -> Result<ImportRecord> {
        let whole = group.refusals.iter().filter(|refusal| refusal.whole).count() as u64;
        record.refused += whole;
        record.remarks += group.refusals.len() as u64 - whole;
        match &self.dry_run {
            None => self.parts.writer.import(group.batches, group.refusals, record).await,
            Some(dry_run) => {
                let (record, refusals) = dry_run.count(group.batches, record).await?;
                let refusals = group.refusals.into_iter().chain(refusals).collect();
                self.parts.writer.import(Vec::new(), refusals, record).await
            }
        }
    }

    async fn store_record(&self, record: &ImportRecord) -> Result<()> {
        Ok(self.parts.store.put_import(record).await?)
    }

    fn announce(&self) {
        self.parts.changes.announce(Changed::Imports);
    }

    fn now_ms(&self) -> i64 {
        self.parts.world.now_ms()
    }
}
