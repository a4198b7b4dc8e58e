//! Giving the entries of the log to whom the settings in force give them (idsync.md 8).
//!
//! It is done by the writer, so that nothing comes in meanwhile. Each transaction leaves whole profiles: the entries that
//! move, and the profiles that they leave and come to, folded from the log. What it works out depends on the log and the
//! settings alone, not on how far it came before: after a crash it is done again from the beginning and comes to the same.
//!
//! No profile ends. One whose entries all went elsewhere stays as an orphan, so that its MPID still means somebody, and so
//! that other settings can give it back what it had.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use rustc_hash::{FxHashMap, FxHashSet};
use uav_core::identity::{Difference, IdentityRecord, Replay, Stamp};
use uav_core::profile::Profile;
use uav_core::{Identity, InputId, ProfileKey, Seq};
use uav_store::{Counters, Move, ProfileWrite, Store, WriteSet};

use super::replaying::{Placed, visit};
use super::{Applied, Job};
use crate::clock::World;
use crate::error::Result;
use crate::log::decode;

/// Entries that are folded for one transaction, unless a single profile has more.
const ENTRIES_AT_ONCE: usize = 4_000;
/// Profiles that are compared at once.
const PROFILES_AT_ONCE: u32 = 1_000;

/// The log as it is to be given out.
struct Plan {
    replay: Replay,
    placed: Vec<Placed>,
    /// The profile that each profile of the second graph goes on as.
    last: FxHashMap<ProfileKey, ProfileKey>,
}

/// Gives the log out anew; `None` when the job was stopped, between two transactions.
///
/// # Errors
/// When the store cannot be read or written; what was written stands, and the rest is done when it is tried again.
pub(crate) async fn apply(
    store: &dyn Store,
    world: &dyn World,
    counters: &mut Counters,
    job: &Job,
) -> Result<Option<Applied>> {
    let Some(plan) = plan(store, counters, job).await? else { return Ok(None) };
    let mut applied = Applied::default();
    let entries = plan.entries_of_changed();
    let mut keys: Vec<ProfileKey> = entries.keys().copied().collect();
    keys.sort_unstable();
    let anew: FxHashMap<ProfileKey, ProfileKey> = plan.last.iter().map(|(anew, last)| (*last, *anew)).collect();
    let mut write = WriteSet::default();
    let mut folded = 0;
    for key in keys {
        let Some(changed) = entries.get(&key) else { continue };
        let profile = fold(store, world, job, &plan, (key, anew.get(&key).copied()), changed).await?;
        write.moves.extend(changed.iter().filter(|placed| placed.now != key).map(|placed| Move {
            seq: placed.seq,
            from: placed.now,
            to: key,
        }));
        applied.profiles += 1;
        write.profiles.push(profile);
        folded += changed.len();
        if folded >= ENTRIES_AT_ONCE {
            if job.stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            applied.entries += write.moves.len() as u64;
            store.commit(std::mem::take(&mut write)).await?;
            folded = 0;
        }
    }
    applied.entries += write.moves.len() as u64;
    store.commit(write).await?;
    applied.profiles += compare_records(store, job, &plan, &anew, &entries).await?;
    Ok(Some(applied))
}

/// Where every entry goes. New profiles get the next numbers, unless an earlier try gave them some.
async fn plan(store: &dyn Store, counters: &mut Counters, job: &Job) -> Result<Option<Plan>> {
    let mut placed = Vec::new();
    let mut difference = Difference::default();
    let visited = visit(store, job, |entry| {
        difference.note(entry.first, entry.anew, entry.events, entry.seq);
        placed.push(entry);
    });
    let Some(replay) = visited.await? else { return Ok(None) };
    let firsts: FxHashSet<ProfileKey> = placed.iter().map(|entry| entry.first).collect();
    let mut last: FxHashMap<ProfileKey, ProfileKey> = difference.heirs().into_iter().collect();
    let mut taken: FxHashSet<ProfileKey> = last.values().copied().collect();
    for entry in &placed {
        // A profile that no entry was first given to was made by an earlier try.
        let made_before = !firsts.contains(&entry.now) && !taken.contains(&entry.now);
        if made_before && !last.contains_key(&entry.anew) {
            last.insert(entry.anew, entry.now);
            taken.insert(entry.now);
        }
    }
    for entry in &placed {
        last.entry(entry.anew).or_insert_with(|| {
            counters.profile = ProfileKey(counters.profile.0 + 1);
            counters.profile
        });
    }
    Ok(Some(Plan { replay, placed, last }))
}

impl Plan {
    /// Where an entry goes.
    fn goes_to(&self, entry: &Placed) -> ProfileKey {
        self.last.get(&entry.anew).copied().unwrap_or(entry.now)
    }

    /// The entries of every profile that entries leave or come to, as they will be.
    fn entries_of_changed(&self) -> FxHashMap<ProfileKey, Vec<Placed>> {
        let mut entries: FxHashMap<ProfileKey, Vec<Placed>> = FxHashMap::default();
        for entry in &self.placed {
            let to = self.goes_to(entry);
            if to != entry.now {
                entries.entry(to).or_default();
                entries.entry(entry.now).or_default();
            }
        }
        for entry in &self.placed {
            if let Some(of_profile) = entries.get_mut(&self.goes_to(entry)) {
                of_profile.push(*entry);
            }
        }
        entries
    }
}

/// A profile as its entries give it, with the record of the second graph; an orphan where it has none.
async fn fold(
    store: &dyn Store,
    world: &dyn World,
    job: &Job,
    plan: &Plan,
    (key, anew): (ProfileKey, Option<ProfileKey>),
    entries: &[Placed],
) -> Result<ProfileWrite> {
    let before = store.profiles(&[key]).await?.into_iter().next().map(|(_, profile)| profile);
    let environment = entries.first().map(|entry| entry.environment);
    let environment = environment.or(before.as_ref().map(|profile| profile.environment)).unwrap_or_default();
    let mpid = before.as_ref().map_or_else(|| world.new_mpid(), |profile| profile.mpid);
    let mut profile = Profile::new(mpid, job.scope, environment);
    let record = anew.filter(|_| !entries.is_empty()).and_then(|anew| plan.replay.record(anew)).cloned();
    profile.record = record.unwrap_or_else(|| orphaned(before.as_ref(), world.now_ms()));
    for page in entries.chunks(ENTRIES_AT_ONCE) {
        let seqs: Vec<Seq> = page.iter().map(|entry| entry.seq).collect();
        for entry in store.entries(&seqs).await?.iter().filter(|entry| entry.kind.is_batch()) {
            profile.fold(&decode(entry).batch, &entry.receipt);
        }
    }
    Ok(changed(key, before.as_ref(), profile))
}

/// The record of a profile that has nothing left.
fn orphaned(before: Option<&Profile>, now_ms: i64) -> IdentityRecord {
    let mut record = before.map(|profile| profile.record.clone()).unwrap_or_default();
    let seq = record.touched();
    record.give_up(Stamp { received_ms: now_ms, time_ms: now_ms, input: InputId(0), seq });
    record
}

/// The write of a profile, with what it gained and lost.
fn changed(key: ProfileKey, before: Option<&Profile>, profile: Profile) -> ProfileWrite {
    let nobody = IdentityRecord::default();
    let record = before.map_or(&nobody, |profile| &profile.record);
    let differing = |one: &IdentityRecord, other: &IdentityRecord| -> Vec<Identity> {
        let missing = one.current().filter(|held| !other.holds(held.identity.kind, &held.identity.value));
        missing.map(|held| held.identity.clone()).collect()
    };
    let (gained, lost) = (differing(&profile.record, record), differing(record, &profile.record));
    ProfileWrite { key, created: before.is_none(), profile: Arc::new(profile), gained, lost }
}

/// Profiles that keep their entries may still hold other identities by other settings; and one that an earlier try made
/// and that is of no use now holds nothing.
async fn compare_records(
    store: &dyn Store,
    job: &Job,
    plan: &Plan,
    anew: &FxHashMap<ProfileKey, ProfileKey>,
    done: &FxHashMap<ProfileKey, Vec<Placed>>,
) -> Result<u64> {
    let mut after = ProfileKey::default();
    let mut written = 0;
    loop {
        let page = store.profiles_after(after, PROFILES_AT_ONCE).await?;
        let Some((last, _)) = page.last() else { return Ok(written) };
        after = *last;
        let mut write = WriteSet::default();
        for (key, before) in &page {
            if before.scope != job.scope || done.contains_key(key) {
                continue;
            }
            let Some(record) = anew.get(key).and_then(|anew| plan.replay.record(*anew)) else { continue };
            let mut profile = before.clone();
            profile.record = record.clone();
            let change = changed(*key, Some(before), profile);
            if !change.gained.is_empty() || !change.lost.is_empty() {
                write.profiles.push(change);
            }
        }
        written += write.profiles.len() as u64;
        store.commit(write).await?;
    }
}
