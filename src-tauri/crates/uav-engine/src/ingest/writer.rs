//! The one writer: takes live batches before import groups, and answers when what it took is durable.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rustc_hash::{FxHashMap, FxHashSet};
use tokio::sync::{mpsc, oneshot};
use uav_store::{Counters, ImportRecord, RefusalRecord, Store, WriteSet};

use super::alias::{AliasCall, AliasStep};
use super::fold::{GroupFold, fold_group};
use super::identity::{IdentityCall, IdentityOutcome};
use super::incoming::{Entry, EntryOutcome, Incoming, Outcome, RefusedText};
use super::repeats::Repeats;
use super::working::{Working, wanted};
use crate::changes::{Changed, Changes};
use crate::clock::World;
use crate::error::{EngineError, Result};
use crate::gauges::Gauges;
use crate::plan::Plan;
use crate::resolution;

/// Live batches that may wait; beyond this a sender is told to come back.
const LIVE_WAITING_MAX: usize = 8_192;
/// Live batches that are stored together.
const LIVE_GROUP_MAX: usize = 2_000;
/// How long a group waits for senders that were answered together before: they send again together, and one that is
/// stored alone costs as much as all of them.
const GATHER: Duration = Duration::from_millis(2);
/// Import groups that may wait.
const IMPORT_WAITING_MAX: usize = 1;

/// A group of an import, with the import's record as it will be when the group is stored, its counts not yet added.
pub(crate) struct ImportGroup {
    pub(crate) batches: Vec<Incoming>,
    pub(crate) refusals: Vec<RefusalRecord>,
    pub(crate) record: ImportRecord,
    pub(crate) answer: oneshot::Sender<Result<ImportRecord>>,
}

/// Something live that waits for its group.
struct Waiting {
    entry: Entry,
    since: Instant,
    caller: Caller,
}

/// Who waits for an answer.
enum Caller {
    Batch(oneshot::Sender<Result<Outcome>>),
    Identity(oneshot::Sender<Result<IdentityOutcome>>, Option<[u8; 16]>),
    /// Of something that has no answer but that it is stored.
    Plain(oneshot::Sender<Result<()>>),
}

impl Caller {
    /// What makes a repetition of its request known.
    const fn request(&self) -> Option<[u8; 16]> {
        match self {
            Self::Identity(_, request) => *request,
            Self::Batch(_) | Self::Plain(_) => None,
        }
    }

    fn answer(self, outcome: Result<EntryOutcome>) {
        match (self, outcome) {
            (Self::Batch(caller), Ok(EntryOutcome::Batch(outcome))) => {
                let _caller_left = caller.send(Ok(outcome));
            }
            (Self::Identity(caller, _), Ok(EntryOutcome::Identity(outcome))) => {
                let _caller_left = caller.send(Ok(outcome));
            }
            (Self::Plain(caller), outcome) => {
                let _caller_left = caller.send(outcome.map(|_noted| ()));
            }
            (Self::Batch(caller), Err(fault)) => {
                let _caller_left = caller.send(Err(fault));
            }
            (Self::Identity(caller, _), Err(fault)) => {
                let _caller_left = caller.send(Err(fault));
            }
            // An entry's outcome is of its own kind.
            _ => {}
        }
    }
}

/// The way to the writer.
#[derive(Clone)]
pub(crate) struct WriterHandle {
    live: mpsc::Sender<Waiting>,
    imports: mpsc::Sender<ImportGroup>,
    resolutions: mpsc::Sender<Arc<resolution::Job>>,
}

impl WriterHandle {
    /// Hands over the job of giving the log out anew; its end is told in the job.
    pub(crate) async fn resolve(&self, job: Arc<resolution::Job>) -> Result<()> {
        self.resolutions.send(job).await.map_err(|_| EngineError::Stopping)
    }

    /// Hands over a live batch and waits until it is durable.
    pub(crate) async fn ingest(&self, incoming: Incoming) -> Result<Outcome> {
        let (caller, answered) = oneshot::channel();
        self.hand_over(Entry::Batch(incoming), Caller::Batch(caller))?;
        answered.await.map_err(|_| EngineError::Stopping)?
    }

    /// Hands over an identity request and waits until its effect is durable.
    pub(crate) async fn identity(&self, call: IdentityCall) -> Result<IdentityOutcome> {
        let (caller, answered) = oneshot::channel();
        let repeat = call.repeat;
        self.hand_over(Entry::Identity(call), Caller::Identity(caller, repeat))?;
        answered.await.map_err(|_| EngineError::Stopping)?
    }

    /// Hands over what was refused and waits until it can be listed.
    pub(crate) async fn refused(&self, refused: RefusedText) -> Result<()> {
        self.stored(Entry::Refused(refused)).await
    }

    /// Hands over an alias request and waits until it is durable.
    pub(crate) async fn alias(&self, call: AliasCall) -> Result<()> {
        self.stored(Entry::Alias(call)).await
    }

    /// Hands over a step of an alias and waits until it is durable.
    pub(crate) async fn alias_step(&self, step: AliasStep) -> Result<()> {
        self.stored(Entry::AliasStep(step)).await
    }

    async fn stored(&self, entry: Entry) -> Result<()> {
        let (caller, stored) = oneshot::channel();
        self.hand_over(entry, Caller::Plain(caller))?;
        stored.await.map_err(|_| EngineError::Stopping)?
    }

    fn hand_over(&self, entry: Entry, caller: Caller) -> Result<()> {
        self.live.try_send(Waiting { entry, since: Instant::now(), caller }).map_err(|fault| match fault {
            mpsc::error::TrySendError::Full(_) => EngineError::Busy,
            mpsc::error::TrySendError::Closed(_) => EngineError::Stopping,
        })
    }

    /// Hands over a group of an import, waiting for room, and waits until it is durable.
    pub(crate) async fn import(
        &self,
        batches: Vec<Incoming>,
        refusals: Vec<RefusalRecord>,
        record: ImportRecord,
    ) -> Result<ImportRecord> {
        let (answer, answered) = oneshot::channel();
        let group = ImportGroup { batches, refusals, record, answer };
        self.imports.send(group).await.map_err(|_| EngineError::Stopping)?;
        answered.await.map_err(|_| EngineError::Stopping)?
    }
}

/// The writer's own state.
pub(crate) struct Writer {
    store: Arc<dyn Store>,
    world: Arc<dyn World>,
    plan: Plan,
    changes: Changes,
    gauges: Arc<Gauges>,
    counters: Counters,
    repeats: Repeats,
    /// How many were stored together last.
    together: usize,
    live: mpsc::Receiver<Waiting>,
    imports: mpsc::Receiver<ImportGroup>,
    resolutions: mpsc::Receiver<Arc<resolution::Job>>,
}

impl Writer {
    /// A writer that goes on from these numbers, and the way to it.
    pub(crate) fn new(
        store: Arc<dyn Store>,
        world: Arc<dyn World>,
        plan: Plan,
        changes: Changes,
        gauges: Arc<Gauges>,
        counters: Counters,
    ) -> (Self, WriterHandle) {
        let (live_sender, live) = mpsc::channel(LIVE_WAITING_MAX);
        let (import_sender, imports) = mpsc::channel(IMPORT_WAITING_MAX);
        let (resolution_sender, resolutions) = mpsc::channel(1);
        let writer = Self {
            store,
            world,
            plan,
            changes,
            gauges,
            counters,
            repeats: Repeats::default(),
            together: 0,
            live,
            imports,
            resolutions,
        };
        (writer, WriterHandle { live: live_sender, imports: import_sender, resolutions: resolution_sender })
    }

    /// Works until every handle is gone.
    pub(crate) async fn work(mut self) {
        let mut waiting = Vec::with_capacity(LIVE_GROUP_MAX);
        loop {
            tokio::select! {
                biased;
                count = self.live.recv_many(&mut waiting, LIVE_GROUP_MAX) => {
                    if count == 0 {
                        return;
                    }
                    self.gather(&mut waiting).await;
                    self.store_live(std::mem::take(&mut waiting)).await;
                }
                Some(job) = self.resolutions.recv() => self.resolve(&job).await,
                Some(group) = self.imports.recv() => self.store_import(group).await,
            }
        }
    }

    /// Waits for as many as came together last time, for a moment.
    async fn gather(&mut self, waiting: &mut Vec<Waiting>) {
        let until = tokio::time::Instant::now() + GATHER;
        while waiting.len() < self.together {
            let room = LIVE_GROUP_MAX.saturating_sub(waiting.len());
            match tokio::time::timeout_at(until, self.live.recv_many(waiting, room)).await {
                Ok(1..) => {}
                Ok(0) | Err(_) => break,
            }
        }
        self.together = waiting.len();
    }

    async fn store_live(&mut self, group: Vec<Waiting>) {
        let mut entries = Vec::with_capacity(group.len());
        let mut callers = Vec::with_capacity(group.len());
        let mut repeated = Vec::new();
        let mut asked = FxHashSet::default();
        for Waiting { entry, since, caller } in group {
            match caller.request() {
                Some(request) if self.repeats.answer(&request).is_some() || !asked.insert(request) => {
                    repeated.push((request, caller));
                }
                _ => {
                    entries.push(entry);
                    callers.push((since, caller));
                }
            }
        }
        let mut answered = FxHashMap::default();
        match self.store_group(entries, Vec::new(), None).await {
            Ok((outcomes, _)) => {
                for ((since, caller), outcome) in callers.into_iter().zip(outcomes) {
                    if !matches!(caller, Caller::Plain(_)) {
                        self.gauges.note_latency(since.elapsed());
                    }
                    if let (Some(request), EntryOutcome::Identity(answer)) = (caller.request(), &outcome) {
                        if answer.is_stored() {
                            self.repeats.keep(request, answer.clone(), self.world.now_ms());
                        }
                        answered.insert(request, answer.clone());
                    }
                    caller.answer(Ok(outcome));
                }
            }
            Err(fault) => {
                tracing::error!("a group of live entries was not stored: {fault}");
                for (_, caller) in callers {
                    caller.answer(Err(EngineError::Busy));
                }
            }
        }
        for (request, caller) in repeated {
            let answer = answered.get(&request).or_else(|| self.repeats.answer(&request)).cloned();
            caller.answer(answer.map(EntryOutcome::Identity).ok_or(EngineError::Busy));
        }
    }

    /// Gives the log out anew; nothing else is stored meanwhile.
    async fn resolve(&mut self, job: &resolution::Job) {
        resolution::apply(&*self.store, &*self.world, &mut self.counters, job).await;
        // They name whom requests were resolved to before.
        self.repeats = Repeats::default();
        self.changes.announce(Changed::Profiles);
        self.changes.announce(Changed::Scopes);
    }

    async fn store_import(&mut self, group: ImportGroup) {
        let ImportGroup { batches, refusals, record, answer } = group;
        let entries = batches.into_iter().map(Entry::Batch).collect();
        let stored = self.store_group(entries, refusals, Some(record)).await;
        let record = stored.map(|(_, record)| record.unwrap_or_default());
        let _import_cancelled = answer.send(record);
    }

    /// Loads what the group touches, folds it, stores all of it at once.
    async fn store_group(
        &mut self,
        group: Vec<Entry>,
        refusals: Vec<RefusalRecord>,
        record: Option<ImportRecord>,
    ) -> Result<(Vec<EntryOutcome>, Option<ImportRecord>)> {
        let mut working = Working::default();
        let wanted = wanted(&group);
        let loaded = self.store.load(&wanted).await?;
        working.take_in(wanted, loaded);

        let mut counters = self.counters;
        let import = record.as_ref().map(|record| record.id);
        let folded = fold_group(&mut working, group, &self.plan, &*self.world, &mut counters, import);
        let GroupFold { outcomes, entries, refusals: found, aliases, copies, counts } = folded;
        let record = record.map(|record| counts.add_to(record));
        let mut refusals = refusals;
        refusals.extend(found);
        // What the parser refused and what the folding refused, in the order of the file again.
        refusals.sort_by_key(|refusal| refusal.line);
        let profiles = working.into_writes();
        let write =
            WriteSet { entries, profiles, refusals, moves: Vec::new(), import: record.clone(), aliases, copies };
        // What an alias copies is seen on a profile too.
        let has_profiles = !write.profiles.is_empty() || !write.aliases.is_empty();
        let is_empty =
            write.entries.is_empty() && write.refusals.is_empty() && write.import.is_none() && write.aliases.is_empty();
        if !is_empty {
            self.store.commit(write).await?;
        }

        // Numbers count as given out only now: a group that failed left no trace.
        self.counters = counters;
        self.gauges.note_events(counts.events);
        if has_profiles {
            self.changes.announce(Changed::Profiles);
        }
        Ok((outcomes, record))
    }
}
