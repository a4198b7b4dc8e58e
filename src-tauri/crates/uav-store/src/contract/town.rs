//! Made-up users and groups, kept consistent as the engine keeps them.

use std::collections::BTreeMap;
use std::sync::Arc;

use uav_core::batch::{Batch, Environment};
use uav_core::identity::{Absorbed, Resolution, Rule, Stamp, Target};
use uav_core::profile::Profile;
use uav_core::{Door, Identity, IdentityType, InputId, Mpid, ProfileKey, Receipt, ScopeId, Seq, WorkspaceId};

use crate::{EntryKind, GroupStore, IdentityKey, LogEntry, ProfileWrite, RequestId, RequestKey, WriteSet};

/// What one batch of a user does.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// What the entry is.
    pub kind: EntryKind,
    /// When it is received, ms UTC.
    pub at_ms: i64,
    /// The input that it comes from.
    pub input: u32,
    /// Identities that the user is given.
    pub gained: Vec<Identity>,
    /// Identities that the user loses, after the gains.
    pub lost: Vec<Identity>,
    /// Its `source_request_id`.
    pub request: Option<&'static str>,
    /// Its `batch_id`.
    pub batch_id: Option<i64>,
    /// Number of events.
    pub events: u32,
    /// Its pieces on the timeline: oldest and newest time. With none it has one, at the time of receipt.
    pub spans: Vec<(i64, i64)>,
}

#[derive(Default)]
struct Pending {
    created: bool,
    gained: Vec<Identity>,
    lost: Vec<Identity>,
}

/// Users, and the group that is being written about them.
#[derive(Default)]
pub struct Town {
    profiles: BTreeMap<ProfileKey, Profile>,
    pending: BTreeMap<ProfileKey, Pending>,
    entries: Vec<LogEntry>,
    seq: Seq,
}

/// An identity as it is looked up, in production data of the first scope.
#[must_use]
pub fn key(kind: IdentityType, value: &str) -> IdentityKey {
    IdentityKey {
        scope: ScopeId(1),
        environment: Environment::Production,
        kind,
        comparable: kind.comparable(value).into(),
    }
}

impl Town {
    /// A user of production data in the first scope.
    pub fn person(&mut self) -> ProfileKey {
        self.person_of(ScopeId(1), Environment::Production)
    }

    /// A user of a space. MPIDs go up and down and are long, as real ones.
    pub fn person_of(&mut self, scope: ScopeId, environment: Environment) -> ProfileKey {
        let number = self.profiles.len() + 1;
        let key = ProfileKey(u32::try_from(number).unwrap());
        let sign = if number.is_multiple_of(2) { -1 } else { 1 };
        let mpid = Mpid::new(sign * (7_000_000_000_000_000_000 + i64::from(key.0) * 1_000_003)).unwrap();
        self.profiles.insert(key, Profile::new(mpid, scope, environment));
        self.pending.insert(key, Pending { created: true, ..Pending::default() });
        key
    }

    /// A user with these identities, seen at this time by one batch.
    pub fn seen(&mut self, store: &impl GroupStore, at_ms: i64, identities: &[(IdentityType, &str)]) -> ProfileKey {
        let key = self.person();
        let gained = identities.iter().map(|(kind, value)| Identity::new(*kind, value)).collect();
        self.say(store, key, &Said { at_ms, gained, ..Said::default() });
        key
    }

    /// A batch of a user. Returns its place.
    pub fn say(&mut self, store: &impl GroupStore, key: ProfileKey, said: &Said) -> Seq {
        self.seq = Seq(self.seq.0 + 1);
        let seq = self.seq;
        let input = InputId(said.input);
        let receipt = Receipt { seq, received_ms: said.at_ms, input, workspace: WorkspaceId(1), door: Door::Server };
        let profile = self.profiles.get_mut(&key).unwrap();
        profile.fold(&Batch::default(), &receipt);
        let pending = self.pending.entry(key).or_default();
        change_identities(profile, pending, said, Stamp { received_ms: said.at_ms, time_ms: said.at_ms, input, seq });

        let source = said.request.map(|id| RequestId::Source(id.into()));
        let ids = source.into_iter().chain(said.batch_id.map(RequestId::Batch));
        self.entries.push(LogEntry {
            kind: said.kind,
            receipt,
            profile: key,
            requests: ids.map(|id| RequestKey { input, id }).collect(),
            spans: if said.spans.is_empty() { vec![(said.at_ms, said.at_ms)] } else { said.spans.clone() },
            events: said.events,
            body: store.pack(&raw(seq, said)),
        });
        seq
    }

    /// A user as it should stand in the store.
    #[must_use]
    pub fn profile(&self, key: ProfileKey) -> &Profile {
        self.profiles.get(&key).unwrap()
    }

    /// The users, by key.
    pub fn profiles(&self) -> impl Iterator<Item = (ProfileKey, &Profile)> {
        self.profiles.iter().map(|(key, profile)| (*key, profile))
    }

    /// Everything since the last time, as one group.
    pub fn group(&mut self) -> WriteSet {
        let pending = std::mem::take(&mut self.pending).into_iter();
        let write = |(key, Pending { created, gained, lost }): (ProfileKey, Pending)| ProfileWrite {
            key,
            profile: Arc::new(self.profiles.get(&key).unwrap().clone()),
            created,
            gained,
            lost,
        };
        let profiles = pending.map(write).collect();
        WriteSet { entries: std::mem::take(&mut self.entries), profiles, ..WriteSet::default() }
    }

    /// Stores everything since the last time.
    pub async fn commit(&mut self, store: &impl GroupStore) {
        store.commit(self.group()).await.unwrap();
    }
}

/// The text of a batch, as the town writes it.
pub(super) fn raw(seq: Seq, said: &Said) -> Vec<u8> {
    let request = said.request.map_or_else(String::new, |id| format!("\"source_request_id\":\"{id}\","));
    let batch_id = said.batch_id.map_or_else(String::new, |id| format!("\"batch_id\":{id},"));
    format!("{{{request}{batch_id}\"events\":[],\"place\":\"{seq}\"}}").into_bytes()
}

/// Changes the record, and keeps the account of it that a group needs: what a user had before the group, lost in it and
/// has again is as if nothing had happened.
fn change_identities(profile: &mut Profile, pending: &mut Pending, said: &Said, stamp: Stamp) {
    let fresh = said.gained.iter().filter(|identity| !profile.record.holds(identity.kind, &identity.value));
    let resolution = Resolution {
        target: Target::New,
        matched: Vec::new(),
        held: Vec::new(),
        absorbed: fresh.map(|identity| Absorbed { identity: identity.clone(), replaces: false }).collect(),
        refused: Vec::new(),
        rule: Rule::Named,
    };
    let is_same = |one: &Identity, other: &Identity| {
        one.kind == other.kind && one.kind.comparable(&one.value) == one.kind.comparable(&other.value)
    };
    for identity in profile.record.absorb(&resolution, stamp).gained {
        match pending.lost.iter().position(|lost| is_same(lost, &identity)) {
            Some(place) => drop(pending.lost.remove(place)),
            None => pending.gained.push(identity),
        }
    }
    for identity in &said.lost {
        if profile.record.lose(identity, stamp) {
            pending.lost.push(identity.clone());
        }
    }
}
