//! Visiting the log and comparing.

use std::sync::atomic::Ordering;

use rustc_hash::{FxHashMap, FxHashSet};
use uav_core::batch::Environment;
use uav_core::identity::{Call, Change, Difference, IdentityChange, Replay, Said, Stamp};
use uav_core::{Identity, IdentityType, Mpid, ProfileKey, Seq, WorkspaceId};
use uav_store::{EntryKind, Store, StoredEntry};

use super::{Affected, ExampleChange, Job, Preview};
use crate::error::Result;
use crate::log::decode;

/// Entries that are read at once.
const ENTRIES_AT_ONCE: u32 = 500;
/// Examples of each kind.
const EXAMPLES_MAX: usize = 10;
/// Users that are named in an example.
const NAMED_MAX: usize = 10;

/// An entry in the words of the resolution.
enum Read {
    Batch { environment: Environment, named: bool, identities: Vec<Identity>, time_ms: i64, events: u64 },
    Call { environment: Environment, call: Call, identities: Vec<Identity>, previous: Option<Mpid> },
    Modify { environment: Environment, changes: Vec<IdentityChange> },
}

/// Where an entry of the log is and would be.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    /// The entry.
    pub(super) seq: Seq,
    /// The profile that it was first resolved to.
    pub(super) first: ProfileKey,
    /// The profile that it belongs to.
    pub(super) now: ProfileKey,
    /// The profile of the second graph that it goes to.
    pub(super) anew: ProfileKey,
    /// Of which environment.
    pub(super) environment: Environment,
    /// Its events.
    pub(super) events: u64,
}

/// Replays the log up to where it ended when the job began and tells where each entry goes; the second graph, or `None`
/// when the job was stopped.
///
/// # Errors
/// When the store cannot be read.
pub(super) async fn visit(store: &dyn Store, job: &Job, mut placed: impl FnMut(Placed)) -> Result<Option<Replay>> {
    let workspaces = store.workspaces().await?;
    let here: FxHashSet<WorkspaceId> =
        workspaces.iter().filter(|workspace| workspace.scope == job.scope).map(|workspace| workspace.id).collect();
    let total = job.total.load(Ordering::Relaxed);
    let mut replay = Replay::new(job.settings.clone());
    let mut after = Seq::default();
    loop {
        let page = store.entries_after(after, ENTRIES_AT_ONCE).await?;
        let Some(last) = page.last() else { break };
        after = last.receipt.seq;
        let read: Vec<(&StoredEntry, Read)> = page
            .iter()
            .filter(|entry| here.contains(&entry.receipt.workspace) && entry.receipt.seq.0 <= total)
            .filter_map(|entry| Some((entry, read(entry)?)))
            .collect();
        let previous = keys_of(store, &read).await?;
        for (entry, read) in &read {
            let (anew, events) = say(&mut replay, entry, read, &previous);
            let (first, now) = (entry.first, entry.profile);
            placed(Placed { seq: entry.receipt.seq, first, now, anew, environment: read.environment(), events });
        }
        job.done.store(after.0.min(total), Ordering::Relaxed);
        if job.stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        if after.0 >= total {
            break;
        }
    }
    Ok(Some(replay))
}

/// What the settings of a job would make of the log; `None` when the job was stopped.
///
/// # Errors
/// When the store cannot be read.
pub(super) async fn preview(store: &dyn Store, job: &Job) -> Result<Option<Preview>> {
    let mut difference = Difference::default();
    let visited =
        visit(store, job, |placed| difference.note(placed.now, placed.anew, placed.events, placed.seq)).await?;
    if visited.is_none() {
        return Ok(None);
    }
    Ok(Some(told(store, &difference).await?))
}

impl Read {
    const fn environment(&self) -> Environment {
        match self {
            Self::Batch { environment, .. } | Self::Call { environment, .. } | Self::Modify { environment, .. } => {
                *environment
            }
        }
    }
}

fn read(entry: &StoredEntry) -> Option<Read> {
    let call = |call| {
        let asked = uav_wire::parse_identity_request(&entry.raw).ok()?;
        let (environment, previous) = (asked.environment, asked.previous);
        Some(Read::Call { environment, call, identities: asked.identities, previous })
    };
    match entry.kind {
        EntryKind::Batch | EntryKind::HistoricalBatch => {
            let batch = decode(entry).batch;
            let identity = |(kind, value): (IdentityType, &str)| Identity::new(kind, value);
            Some(Read::Batch {
                environment: batch.environment,
                named: batch.mpid.is_some(),
                identities: batch.identities().map(identity).collect(),
                time_ms: batch.time_ms(entry.receipt.received_ms),
                events: batch.events.len() as u64,
            })
        }
        EntryKind::Identify => call(Call::Identify),
        EntryKind::Login => call(Call::Login),
        EntryKind::Logout => call(Call::Logout),
        EntryKind::Modify => {
            let asked = uav_wire::parse_modify_request(&entry.raw).ok()?;
            Some(Read::Modify { environment: asked.environment, changes: asked.changes })
        }
        // It moves no identity.
        EntryKind::Alias => None,
    }
}

/// The profiles of today that requests say they went on from.
async fn keys_of(store: &dyn Store, read: &[(&StoredEntry, Read)]) -> Result<FxHashMap<Mpid, ProfileKey>> {
    let mut keys = FxHashMap::default();
    for (_, read) in read {
        if let Read::Call { previous: Some(mpid), .. } = read
            && !keys.contains_key(mpid)
            && let Some(key) = store.key_of(*mpid).await?
        {
            keys.insert(*mpid, key);
        }
    }
    Ok(keys)
}

/// Says an entry to the second graph; the profile that it goes to there, and the events that it carries.
fn say(
    replay: &mut Replay,
    entry: &StoredEntry,
    read: &Read,
    previous: &FxHashMap<Mpid, ProfileKey>,
) -> (ProfileKey, u64) {
    let receipt = &entry.receipt;
    let stamp = |time_ms| Stamp { received_ms: receipt.received_ms, time_ms, input: receipt.input, seq: receipt.seq };
    fn asked(identities: &[Identity]) -> Vec<(IdentityType, &str)> {
        identities.iter().map(|identity| (identity.kind, &*identity.value)).collect()
    }
    match read {
        Read::Batch { environment, named, identities, time_ms, events } => {
            let identities = asked(identities);
            let said = if *named {
                Said::Named(&identities)
            } else {
                Said::Resolved { call: Call::Identify, identities: &identities, previous: None }
            };
            (replay.say(*environment, entry.first, said, stamp(*time_ms)), *events)
        }
        Read::Call { environment, call, identities, previous: mpid } => {
            let identities = asked(identities);
            let previous = mpid.and_then(|mpid| previous.get(&mpid).copied());
            let said = Said::Resolved { call: *call, identities: &identities, previous };
            (replay.say(*environment, entry.first, said, stamp(receipt.received_ms)), 0)
        }
        Read::Modify { environment, changes } => {
            (replay.say(*environment, entry.first, Said::Modified(changes), stamp(receipt.received_ms)), 0)
        }
    }
}

/// The comparison with names.
async fn told(store: &dyn Store, difference: &Difference) -> Result<Preview> {
    let summary = difference.summary(EXAMPLES_MAX);
    let mut preview = Preview { merges: Vec::new(), splits: Vec::new(), summary: summary.clone() };
    for change in &summary.merge_examples {
        preview.merges.push(example(store, change).await?);
    }
    for change in &summary.split_examples {
        preview.splits.push(example(store, change).await?);
    }
    Ok(preview)
}

async fn example(store: &dyn Store, change: &Change) -> Result<ExampleChange> {
    let named: Vec<ProfileKey> = change.before.iter().copied().take(NAMED_MAX).collect();
    let profiles = store.profiles(&named).await?;
    let affected = profiles
        .into_iter()
        .map(|(_, profile)| Affected { mpid: profile.mpid, name: profile.display_name() })
        .collect();
    Ok(ExampleChange {
        before: affected,
        before_count: change.before.len(),
        after_count: change.after.len(),
        decided_by: change.decided_by,
    })
}
