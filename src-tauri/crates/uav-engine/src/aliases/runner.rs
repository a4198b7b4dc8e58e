//! Running aliases when they are due, and taking them back.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use rustc_hash::{FxHashMap, FxHashSet};
use tokio::sync::{Mutex, MutexGuard, Notify};
use uav_core::{Alias, AliasState, Seq};
use uav_store::{Span, SpanCopy, SpanQuery};

use crate::activity::SPAN_MS_MAX;
use crate::engine::Engine;
use crate::error::{EngineError, Result};
use crate::ingest::AliasStep;
use crate::log::decode;
use crate::parts::Parts;

/// Pieces that are copied at once: memory and the writer's time are bounded whatever the source has.
const SPANS_AT_ONCE: u32 = 500;
/// Aliases that are looked at at once.
const ALIASES_AT_ONCE: u32 = 100;
/// The longest rest: clocks are set, machines sleep, and a full disk has room again.
const REST_MAX: Duration = Duration::from_secs(60);

/// Runs aliases, one at a time.
pub(crate) struct AliasRunner {
    parts: Parts,
    orders: Mutex<()>,
    /// Held by who moves an alias on.
    turn: Mutex<()>,
    woken: Arc<Notify>,
    stops: AtomicBool,
}

impl AliasRunner {
    /// A runner with a task that wakes when an alias is due. The task does not keep the runner: it ends with it.
    pub(crate) fn start(parts: Parts) -> Arc<Self> {
        let woken = Arc::new(Notify::new());
        let runner = Arc::new(Self {
            parts,
            orders: Mutex::default(),
            turn: Mutex::default(),
            woken: Arc::clone(&woken),
            stops: AtomicBool::new(false),
        });
        tokio::spawn(keep_running(Arc::downgrade(&runner), woken));
        runner
    }

    /// The turn of who asks for an alias.
    pub(crate) async fn orders(&self) -> MutexGuard<'_, ()> {
        self.orders.lock().await
    }

    /// Looks again for what is due.
    pub(crate) fn wake(&self) {
        self.woken.notify_one();
    }

    /// Leaves an alias at work between two pieces; it is copied anew at the next start.
    pub(crate) fn leave(&self) {
        self.stops.store(true, Ordering::Relaxed);
        self.wake();
    }

    /// Runs what is due; the number of aliases that came to rest, and how long until the next is due.
    async fn run_due(&self) -> Result<(usize, Option<Duration>)> {
        let _turn = self.turn.lock().await;
        let mut count = 0;
        loop {
            let waiting = self.parts.store.waiting_aliases(ALIASES_AT_ONCE).await?;
            let now_ms = self.parts.world.now_ms();
            let due = waiting.partition_point(|alias| alias.due_ms <= now_ms);
            if let (0, next) = (due, waiting.first()) {
                let until = next.map(|alias| u64::try_from(alias.due_ms - now_ms).unwrap_or_default());
                return Ok((count, until.map(Duration::from_millis)));
            }
            for alias in waiting.into_iter().take(due) {
                self.run(alias).await?;
                count += 1;
            }
        }
    }

    /// Copies what an alias asks for, unless it is not allowed. Copying begins anew after a crash: the same pieces come
    /// out.
    async fn run(&self, alias: Alias) -> Result<()> {
        let mut others = self.parts.store.aliases_of(alias.source).await?;
        others.extend(self.parts.store.aliases_of(alias.destination).await?);
        let settled = |state| Alias { state, state_ms: self.parts.world.now_ms(), ..alias.clone() };
        if let Err(fault) = alias.check(&others) {
            tracing::info!("alias {} was not run: {fault}", alias.seq);
            let alias = settled(AliasState::Refused(fault));
            return self.parts.writer.alias_step(AliasStep { alias, copies: Vec::new() }).await;
        }
        let mut query = SpanQuery {
            profile: alias.source,
            from_ms: alias.start_ms,
            to_ms: alias.end_ms.saturating_add(SPAN_MS_MAX),
            newest_first: false,
            after: None,
            limit: SPANS_AT_ONCE,
        };
        loop {
            if self.stops.load(Ordering::Relaxed) {
                return Err(EngineError::Stopping);
            }
            let spans = self.parts.store.spans(query).await?;
            let copies = self.copies(&alias, &spans).await?;
            let ended = spans.len() < SPANS_AT_ONCE as usize;
            let state = if ended { settled(AliasState::Done) } else { alias.clone() };
            self.parts.writer.alias_step(AliasStep { alias: state, copies }).await?;
            match spans.last() {
                Some(last) if !ended => query.after = Some((last.newest_ms, last.seq)),
                _ => return Ok(()),
            }
        }
    }

    /// What an alias copies of some pieces of its source. Only what the source said itself is copied, never a copy.
    async fn copies(&self, alias: &Alias, spans: &[Span]) -> Result<Vec<SpanCopy>> {
        let own = spans.iter().filter(|span| span.alias.is_none());
        let parts: Vec<Span> = own
            .filter_map(|span| {
                let (oldest_ms, newest_ms) = alias.part_of(span.oldest_ms, span.newest_ms)?;
                Some(Span { oldest_ms, newest_ms, ..*span })
            })
            .collect();
        let of_device = match alias.device {
            None => None,
            Some(_) => Some(self.of_device(alias, &parts).await?),
        };
        let wanted = |span: &Span| of_device.as_ref().is_none_or(|seqs| seqs.contains(&span.seq));
        let copy = |span| SpanCopy { profile: alias.destination, alias: alias.seq, span };
        Ok(parts.into_iter().filter(wanted).map(copy).collect())
    }

    /// Which batches came from the device of an alias.
    async fn of_device(&self, alias: &Alias, spans: &[Span]) -> Result<FxHashSet<Seq>> {
        let seqs: FxHashMap<Seq, ()> = spans.iter().map(|span| (span.seq, ())).collect();
        let seqs: Vec<Seq> = seqs.into_keys().collect();
        let entries = self.parts.store.entries(&seqs).await?;
        let is_wanted = |device: &Option<Box<str>>| alias.is_of_device(device.as_deref());
        let wanted = entries.iter().filter(|entry| is_wanted(&decode(entry).device));
        Ok(wanted.map(|entry| entry.receipt.seq).collect())
    }

    /// Takes an alias back.
    async fn undo(&self, seq: Seq) -> Result<Alias> {
        let _turn = self.turn.lock().await;
        let alias = self.parts.store.alias(seq).await?;
        let alias = alias.ok_or_else(|| EngineError::NotFound(format!("alias {seq}")))?;
        match alias.state {
            AliasState::Undone => return Ok(alias),
            AliasState::Refused(_) => {
                return Err(EngineError::Conflict("nothing was copied by this alias".to_owned()));
            }
            AliasState::Waiting | AliasState::Done => {}
        }
        let undone = Alias { state: AliasState::Undone, state_ms: self.parts.world.now_ms(), ..alias };
        self.parts.writer.alias_step(AliasStep { alias: undone.clone(), copies: Vec::new() }).await?;
        Ok(undone)
    }
}

impl Drop for AliasRunner {
    /// The task sees that there is nothing left to run.
    fn drop(&mut self) {
        self.wake();
    }
}

async fn keep_running(runner: Weak<AliasRunner>, woken: Arc<Notify>) {
    loop {
        let until = {
            let Some(runner) = runner.upgrade() else { return };
            match runner.run_due().await {
                Ok((_, until)) => until,
                Err(EngineError::Stopping) => return,
                Err(fault) => {
                    tracing::warn!("aliases cannot be run, trying again: {fault}");
                    Some(REST_MAX)
                }
            }
        };
        match until {
            Some(until) => drop(tokio::time::timeout(until.min(REST_MAX), woken.notified()).await),
            None => woken.notified().await,
        }
    }
}

impl Engine {
    /// Runs the aliases that are due now, without waiting for the timer; how many came to rest.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn run_due_aliases(&self) -> Result<usize> {
        Ok(self.aliases().run_due().await?.0)
    }

    /// Takes an alias back: exactly what it copied is gone. One that still waits will not run.
    ///
    /// # Errors
    /// When there is no such alias, or it copied nothing.
    pub async fn undo_alias(&self, seq: Seq) -> Result<Alias> {
        self.aliases().undo(seq).await
    }
}
