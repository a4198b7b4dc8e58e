//! What tests of several rooms share: an engine on a store in memory, with a clock that stands until it is moved, MPIDs
//! from a seed, and a folder of its own. Only tests may use it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod failing;

pub use failing::FailingStore;

use std::path::PathBuf;
use std::sync::Arc;

use tempfile::TempDir;
use uav_core::identity::IdentitySettings;
use uav_core::profile::Profile;
use uav_core::{Door, InputId, ScopeId, WorkspaceId};
use uav_engine::imports::{ImportProgress, ImportSource, StartImport};
use uav_engine::{Engine, EngineOptions, FixedWorld, Incoming, Outcome, World};
use uav_store::memory::MemoryStore;
use uav_store::{ScopeStore, Store};
use uav_wire::{Limits, Policy};

/// When every room begins, ms UTC: 2025-12-01 00:00.
pub const NOW_MS: i64 = 1_764_547_200_000;

/// An engine with everything that it stands on.
pub struct Room<S = MemoryStore> {
    /// The engine.
    pub engine: Engine,
    /// Its store.
    pub store: Arc<S>,
    /// Its clock.
    pub world: Arc<FixedWorld>,
    /// Its folder.
    pub folder: TempDir,
}

impl Room {
    /// An engine that has seen nothing.
    pub async fn new() -> Self {
        Self::on(MemoryStore::new()).await
    }

    /// An engine whose first scope resolves like this, be it settings that nobody could save.
    pub async fn with_settings(settings: IdentitySettings) -> Self {
        let store = MemoryStore::new();
        store.update_scope(ScopeId(1), "My users", &settings).await.unwrap();
        Self::on(store).await
    }
}

impl<S: Store + 'static> Room<S> {
    /// An engine on this store.
    pub async fn on(store: S) -> Self {
        Self::begin(Arc::new(store), Arc::new(FixedWorld::new(NOW_MS, 7)), TempDir::new().unwrap()).await
    }

    async fn begin(store: Arc<S>, world: Arc<FixedWorld>, folder: TempDir) -> Self {
        let options = EngineOptions { data_folder: folder.path().to_owned() };
        let engine = Engine::start(store.clone(), world.clone(), options).await.unwrap();
        Self { engine, store, world, folder }
    }

    /// The engine stops and starts again on what is stored.
    pub async fn restarted(self) -> Self {
        let Self { engine, store, world, folder } = self;
        engine.stop().await;
        Self::begin(store, world, folder).await
    }

    /// A live batch of input 1, through the entrance of servers, as a door would hand it over.
    pub fn incoming(&self, json: &str) -> Incoming {
        self.incoming_through(Door::Server, json)
    }

    /// A live batch of input 1.
    pub fn incoming_through(&self, door: Door, json: &str) -> Incoming {
        let limits = Limits::default();
        let policy = Policy { needs_identity: false, ..Policy::of(door, &limits) };
        let parsed = uav_wire::parse_batch(json.as_bytes(), policy).unwrap();
        Incoming {
            input: InputId(1),
            workspace: WorkspaceId(1),
            scope: ScopeId(1),
            door,
            received_ms: self.world.now_ms(),
            batch: parsed.batch,
            body: self.store.pack(json.as_bytes()),
            is_historical: false,
            remarks: parsed.refusals,
            line: 0,
        }
    }

    /// Takes in a live batch.
    pub async fn ingest(&self, json: &str) -> Outcome {
        self.engine.ingest(self.incoming(json)).await.unwrap()
    }

    /// Writes a file into the folder.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Starts an import of a file of these bytes.
    pub async fn start(&self, name: &str, bytes: &[u8], dry_run: bool) -> ImportProgress {
        let source = ImportSource::of_file(self.file(name, bytes)).unwrap();
        let start = StartImport { source, workspace: WorkspaceId(1), dry_run };
        self.engine.imports().start(start).await.unwrap()
    }

    /// Imports a file of these bytes to its end.
    pub async fn import(&self, name: &str, bytes: &[u8]) -> ImportProgress {
        let started = self.start(name, bytes, false).await;
        self.engine.imports().finished(started.record.id).await.unwrap()
    }

    /// The profile of an outcome.
    pub async fn profile_of(&self, outcome: Outcome) -> Profile {
        let Outcome::Stored { mpid, .. } = outcome else { panic!("{outcome:?} is nobody's") };
        self.engine.profile(mpid).await.unwrap().profile
    }

    /// Every profile, by key.
    pub async fn profiles(&self) -> Vec<Profile> {
        let all = self.store.profiles_after(uav_core::ProfileKey(0), u32::MAX).await.unwrap();
        all.into_iter().map(|(_, profile)| profile).collect()
    }
}
