//! The part of the store that a group touches, held in memory while the group is folded.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use uav_core::batch::Environment;
use uav_core::identity::{Directory, IdentityRecord, Modified, RecordChange, RefusedBecause, Resolution, Stamp, Taken};
use uav_core::profile::Profile;
use uav_core::{Identity, IdentityType, Mpid, ProfileKey, Reason, Refusal, ScopeId};
use uav_store::{IdentityKey, Loaded, ProfileWrite, RequestKey, Wanted};

use super::incoming::Entry;

/// One space of identity values: a scope, an environment, a type.
type Space = (ScopeId, Environment, IdentityType);

/// A profile in hand.
struct Slot {
    profile: Profile,
    created: bool,
    changed: bool,
    gained: Vec<Identity>,
    lost: Vec<Identity>,
}

/// The profiles and identities in hand.
#[derive(Default)]
pub(crate) struct Working {
    holders: FxHashMap<Space, FxHashMap<Box<str>, Vec<ProfileKey>>>,
    slots: FxHashMap<ProfileKey, Slot>,
    mpids: FxHashMap<Mpid, ProfileKey>,
    stored: FxHashSet<RequestKey>,
}

/// What a group has to have in hand: who is named in it, and which requests it repeats.
pub(crate) fn wanted<'a>(group: impl IntoIterator<Item = &'a Entry>) -> Wanted {
    let mut wanted = Wanted::default();
    for entry in group {
        match entry {
            Entry::Batch(incoming) => {
                wanted.mpids.extend(incoming.batch.mpid);
                let key = |(kind, value)| identity_key(incoming.scope, incoming.environment(), kind, value);
                wanted.identities.extend(incoming.batch.identities().map(key));
                wanted.requests.extend(incoming.request_ids().map(|id| RequestKey { input: incoming.input, id }));
            }
            Entry::Identity(call) => {
                wanted.mpids.extend(call.act.mpid());
                let key = |(kind, value)| identity_key(call.source.scope, call.environment, kind, value);
                wanted.identities.extend(call.act.values().map(key));
            }
            Entry::Alias(_) | Entry::AliasStep(_) | Entry::Refused(_) => {}
        }
    }
    wanted
}

/// An identity of a space, as it is looked up.
pub(crate) fn identity_key(scope: ScopeId, environment: Environment, kind: IdentityType, value: &str) -> IdentityKey {
    IdentityKey { scope, environment, kind, comparable: kind.comparable(value).into() }
}

impl Working {
    /// Takes in what the store found.
    pub(crate) fn take_in(&mut self, wanted: Wanted, loaded: Loaded) {
        for (key, profile) in loaded.profiles {
            self.mpids.insert(profile.mpid, key);
            self.slots.entry(key).or_insert(Slot {
                profile,
                created: false,
                changed: false,
                gained: Vec::new(),
                lost: Vec::new(),
            });
        }
        for (identity, mut holders) in wanted.identities.into_iter().zip(loaded.holders) {
            // A dry run keeps what it changed over many groups, and the store does not know.
            holders.retain(|key| {
                let slot = self.slots.get(key);
                slot.is_none_or(|slot| !slot.changed || slot.profile.record.holds(identity.kind, &identity.comparable))
            });
            if !holders.is_empty() {
                let space = (identity.scope, identity.environment, identity.kind);
                self.holders.entry(space).or_default().entry(identity.comparable).or_insert(holders);
            }
        }
        self.stored.extend(
            wanted.requests.into_iter().zip(loaded.stored).filter_map(|(request, stored)| stored.then_some(request)),
        );
    }

    /// The identities of one scope and environment, as the resolution sees them.
    pub(crate) const fn directory(&self, scope: ScopeId, environment: Environment) -> Identities<'_> {
        Identities { working: self, scope, environment }
    }

    /// From now on a request counts as stored.
    pub(crate) fn note_request(&mut self, request: &RequestKey) {
        self.stored.insert(request.clone());
    }

    /// Whether a request was stored before.
    pub(crate) fn is_stored(&self, request: &RequestKey) -> bool {
        self.stored.contains(request)
    }

    /// The profile of an MPID.
    pub(crate) fn by_mpid(&self, mpid: Mpid) -> Option<ProfileKey> {
        self.mpids.get(&mpid).copied()
    }

    /// Puts a new profile in hand.
    pub(crate) fn create(&mut self, key: ProfileKey, profile: Profile) {
        self.mpids.insert(profile.mpid, key);
        let slot = Slot { profile, created: true, changed: true, gained: Vec::new(), lost: Vec::new() };
        self.slots.insert(key, slot);
    }

    /// A profile in hand, to be changed.
    pub(crate) fn profile_mut(&mut self, key: ProfileKey) -> Option<&mut Profile> {
        let slot = self.slots.get_mut(&key)?;
        slot.changed = true;
        Some(&mut slot.profile)
    }

    /// A profile in hand.
    pub(crate) fn profile(&self, key: ProfileKey) -> Option<&Profile> {
        self.slots.get(&key).map(|slot| &slot.profile)
    }

    /// Gives a profile what a resolution let it have.
    pub(crate) fn absorb(&mut self, key: ProfileKey, resolution: &Resolution, stamp: Stamp) {
        if let Some(profile) = self.profile_mut(key) {
            let change = profile.record.absorb(resolution, stamp);
            self.note_change(key, change);
        }
    }

    /// Gives a profile the record that a change request came to, and takes from others what it took.
    pub(crate) fn put_record(&mut self, key: ProfileKey, modified: Modified, stamp: Stamp) {
        for Taken { from, identity } in &modified.taken {
            if self.profile_mut(*from).is_some_and(|profile| profile.record.lose(identity, stamp)) {
                self.note_lost(*from, identity);
            }
        }
        if let Some(profile) = self.profile_mut(key) {
            profile.record = modified.record;
            self.note_change(key, modified.change);
        }
    }

    fn note_change(&mut self, key: ProfileKey, change: RecordChange) {
        for identity in &change.lost {
            self.note_lost(key, identity);
        }
        for identity in change.gained {
            self.note_gained(key, identity);
        }
    }

    /// How many profiles were made, and how many that were there changed.
    pub(crate) fn changed_counts(&self) -> (u64, u64) {
        let created = self.slots.values().filter(|slot| slot.created).count();
        let changed = self.slots.values().filter(|slot| slot.changed && !slot.created).count();
        (created as u64, changed as u64)
    }

    /// From now on the profile is found by the identity. One that it held before the group and lost in it is as if
    /// nothing had happened.
    fn note_gained(&mut self, key: ProfileKey, identity: Identity) {
        let Some(slot) = self.slots.get_mut(&key) else { return };
        let space = (slot.profile.scope, slot.profile.environment, identity.kind);
        let holders = self.holders.entry(space).or_default();
        let holders = holders.entry(identity.kind.comparable(&identity.value).into()).or_default();
        if !holders.contains(&key) {
            holders.push(key);
        }
        match slot.lost.iter().position(|lost| is_same(lost, &identity)) {
            Some(place) => drop(slot.lost.swap_remove(place)),
            None => slot.gained.push(identity),
        }
    }

    /// From now on the profile is not found by the identity.
    fn note_lost(&mut self, key: ProfileKey, identity: &Identity) {
        let Some(slot) = self.slots.get_mut(&key) else { return };
        let space = (slot.profile.scope, slot.profile.environment, identity.kind);
        slot.lost.push(identity.clone());
        let comparable = identity.kind.comparable(&identity.value);
        if let Some(holders) = self.holders.get_mut(&space).and_then(|space| space.get_mut(&*comparable)) {
            holders.retain(|holder| *holder != key);
        }
    }

    /// The profiles that changed, by key, ready to be stored; the working set is used up.
    pub(crate) fn into_writes(self) -> Vec<ProfileWrite> {
        let changed = self.slots.into_iter().filter(|(_, slot)| slot.changed);
        let mut writes: Vec<ProfileWrite> = changed
            .map(|(key, slot)| ProfileWrite {
                key,
                profile: Arc::new(slot.profile),
                created: slot.created,
                gained: slot.gained,
                lost: slot.lost,
            })
            .collect();
        writes.sort_unstable_by_key(|write| write.key);
        writes
    }
}

fn is_same(one: &Identity, other: &Identity) -> bool {
    one.kind == other.kind && one.kind.comparable(&one.value) == other.kind.comparable(&other.value)
}

/// An identity that a batch's user was refused, by its path in the batch.
pub(crate) fn refusal_of(identity: &Identity, why: RefusedBecause) -> Refusal {
    let member = if identity.kind.is_device() { "device_info" } else { "user_identities" };
    refused_at(format!("{member}.{}", identity.kind.name()), identity, why)
}

/// The same of an identity request.
pub(crate) fn refusal_of_known(identity: &Identity, why: RefusedBecause) -> Refusal {
    refused_at(format!("known_identities.{}", identity.kind.idsync_name()), identity, why)
}

fn refused_at(path: String, identity: &Identity, why: RefusedBecause) -> Refusal {
    let detail = match why {
        RefusedBecause::Immutable => "an immutable identity cannot change",
        RefusedBecause::HeldByAnother => "another user has it",
    };
    Refusal::new(path, Reason::IdentityRefused, format!("{detail}: {}", identity.value))
}

/// The identities of one scope and environment.
pub(crate) struct Identities<'a> {
    working: &'a Working,
    scope: ScopeId,
    environment: Environment,
}

impl Directory for Identities<'_> {
    fn holders(&self, kind: IdentityType, comparable: &str) -> &[ProfileKey] {
        let space = self.working.holders.get(&(self.scope, self.environment, kind));
        space.and_then(|space| space.get(comparable)).map_or(&[], Vec::as_slice)
    }

    /// Somebody of another space is nobody here (idsync.md Q-I7).
    fn record(&self, key: ProfileKey) -> Option<&IdentityRecord> {
        let profile = self.working.profile(key);
        let here = profile.filter(|profile| profile.scope == self.scope && profile.environment == self.environment);
        here.map(|profile| &profile.record)
    }
}
