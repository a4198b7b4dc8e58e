//! What an import would do, counted without storing any of it.

use rustc_hash::FxHashSet;
use tokio::sync::Mutex;
use uav_core::ProfileKey;
use uav_store::{Counters, ImportRecord, RefusalRecord};

use crate::error::Result;
use crate::ingest::{Entry, Incoming, Working, fold_group, wanted};
use crate::parts::Parts;

/// Batches after which a dry run says what it found so far and stops: it keeps every profile that it touches in memory.
const BATCHES_MAX: u64 = 500_000;

/// The state of a dry run: the profiles that it touched, as they would be.
pub(crate) struct DryRun {
    parts: Parts,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    working: Working,
    counters: Counters,
    /// The last profile of the store; those after it are the dry run's own.
    known: ProfileKey,
    touched: FxHashSet<ProfileKey>,
    created: u64,
    counted: u64,
}

impl DryRun {
    pub(crate) fn new(parts: &Parts) -> Self {
        Self { parts: parts.clone(), state: Mutex::default() }
    }

    /// Counts a group on top of the groups before it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) async fn count(
        &self,
        batches: Vec<Incoming>,
        record: ImportRecord,
    ) -> Result<(ImportRecord, Vec<RefusalRecord>)> {
        let mut state = self.state.lock().await;
        let state = &mut *state;
        if state.counted == 0 {
            state.counters = self.parts.store.counters().await?;
            state.known = state.counters.profile;
        }
        let room = usize::try_from(BATCHES_MAX - state.counted).unwrap_or(usize::MAX);
        let mut batches = batches;
        batches.truncate(room);
        state.counted += batches.len() as u64;
        let group: Vec<Entry> = batches.into_iter().map(Entry::Batch).collect();
        let wanted = wanted(&group);
        let loaded = self.parts.store.load(&wanted).await?;
        state.working.take_in(wanted, loaded);
        let import = Some(record.id);
        let folded =
            fold_group(&mut state.working, group, &self.parts.plan, &*self.parts.world, &mut state.counters, import);
        let before = state.touched.len();
        state.touched.extend(folded.entries.iter().map(|entry| entry.profile).filter(|key| *key <= state.known));
        let mut counts = folded.counts;
        counts.updated = (state.touched.len() - before) as u64;
        // The working set is kept over all groups, and so is its count of new profiles.
        counts.created -= std::mem::replace(&mut state.created, counts.created);
        Ok((counts.add_to(record), folded.refusals))
    }
}
