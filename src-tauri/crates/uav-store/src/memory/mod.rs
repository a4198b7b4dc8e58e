//! The simplest thing that keeps the port's promises: everything in maps, every answer looked for anew.
//!
//! It is the oracle that other stores are held against, and the store of tests. Nothing survives it.

mod aliases;
mod books;
mod group;
mod reading;
mod search;
mod settings;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use uav_core::identity::IdentitySettings;
use uav_core::profile::Profile;
use uav_core::{Alias, ProfileKey, ScopeId, Seq, WorkspaceId};

use crate::{
    ApiCredential, IdentityKey, ImportId, ImportRecord, Input, InputKey, RefusalRecord, RequestKey, Scope, StoredEntry,
    Workspace,
};

/// A store in memory.
#[derive(Debug)]
pub struct MemoryStore {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The log, each batch with its number of events.
    log: BTreeMap<Seq, (StoredEntry, u32)>,
    requests: BTreeSet<RequestKey>,
    profiles: BTreeMap<ProfileKey, Profile>,
    /// (user, newest time, batch) to the oldest time, and the alias that copied it.
    spans: BTreeMap<(ProfileKey, i64, Seq), (i64, Option<Seq>)>,
    aliases: BTreeMap<Seq, Alias>,
    texts: Vec<search::Text>,
    imports: BTreeMap<ImportId, ImportRecord>,
    refusals: Vec<RefusalRecord>,
    workspaces: Vec<Workspace>,
    scopes: Vec<Scope>,
    settings: BTreeMap<String, String>,
    inputs: Vec<Input>,
    keys: Vec<InputKey>,
    credentials: Vec<ApiCredential>,
}

impl Default for MemoryStore {
    fn default() -> Self {
        let first = Workspace { id: WorkspaceId(1), name: "My workspace".to_owned(), scope: ScopeId(1), created_ms: 0 };
        let users =
            Scope { id: ScopeId(1), name: "My users".to_owned(), settings: IdentitySettings::default(), created_ms: 0 };
        Self { state: Mutex::new(State { workspaces: vec![first], scopes: vec![users], ..State::default() }) }
    }
}

impl MemoryStore {
    /// A fresh store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Who holds an identity now, by key.
    fn holders<'a>(&'a self, identity: &'a IdentityKey) -> impl Iterator<Item = (ProfileKey, &'a Profile)> {
        let holds = |profile: &Profile| {
            profile.scope == identity.scope
                && profile.environment == identity.environment
                && profile.record.holds(identity.kind, &identity.comparable)
        };
        self.profiles.iter().filter(move |(_, profile)| holds(profile)).map(|(key, profile)| (*key, profile))
    }
}
