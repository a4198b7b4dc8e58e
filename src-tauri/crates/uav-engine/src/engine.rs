//! The engine: a store, a writer at work, and the questions that can be asked.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::runtime::Handle;
use uav_store::{RefusalPage, Store, StoreFacts, Totals};

use crate::access::{Callers, Meters};
use crate::activity::{self, ActivityCursor, ActivityFilter, ActivityPage, Facets, TimelineBatch};
use crate::aliases::AliasRunner;
use crate::changes::Changes;
use crate::clock::World;
use crate::error::{EngineError, Result};
use crate::gauges::Gauges;
use crate::imports::Imports;
use crate::ingest::Writer;
use crate::installation::InstallationKey;
use crate::log;
use crate::parts::Parts;
use crate::plan::Plan;
use uav_core::{InputId, ProfileKey, Seq};

/// How the engine is set up.
#[derive(Clone, Debug, Default)]
pub struct EngineOptions {
    /// The folder of the data; uploads are kept in it.
    pub data_folder: PathBuf,
}

/// How the engine is doing.
#[derive(Clone, Debug)]
pub struct EngineStatus {
    /// What is stored.
    pub totals: Totals,
    /// What the store is.
    pub facts: StoreFacts,
    /// Events stored per second, over the last ten seconds.
    pub events_per_s: f64,
    /// How long a live batch waited at the 99th percentile of the last minute.
    pub ingest_p99: Option<Duration>,
}

/// The running system. Cheap to clone.
#[derive(Clone)]
pub struct Engine {
    parts: Parts,
    imports: Imports,
    aliases: Arc<AliasRunner>,
    gauges: Arc<Gauges>,
    options: Arc<EngineOptions>,
    writer: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl Engine {
    /// Starts on a store: goes on from its last numbers and with the imports that were at work.
    ///
    /// # Errors
    /// When the store cannot be read or the writer's thread cannot be started.
    pub async fn start(store: Arc<dyn Store>, world: Arc<dyn World>, options: EngineOptions) -> Result<Self> {
        let counters = store.counters().await?;
        let changes = Changes::default();
        let gauges = Arc::new(Gauges::default());
        let plan = Plan::of(store.scopes().await?);
        let meters = Meters::load(&*store).await?;
        let installation = InstallationKey::of(&options.data_folder)
            .map_err(|fault| EngineError::Conflict(format!("the installation's key cannot be read: {fault}")))?;
        let (writer, handle) = Writer::new(
            Arc::clone(&store),
            Arc::clone(&world),
            plan.clone(),
            changes.clone(),
            Arc::clone(&gauges),
            counters,
        );
        // Folding keeps a core busy; on a thread of its own it never holds up the runtime.
        let runtime = Handle::current();
        let thread = std::thread::Builder::new()
            .name("uav-writer".to_owned())
            .spawn(move || runtime.block_on(writer.work()))
            .map_err(|fault| EngineError::Conflict(format!("the writer cannot be started: {fault}")))?;
        let callers = Callers::default();
        let parts = Parts {
            store,
            world,
            changes,
            plan,
            writer: handle,
            callers,
            meters,
            installation,
            previews: Arc::default(),
        };
        let imports = Imports::new(parts.clone(), counters.import);
        let aliases = AliasRunner::start(parts.clone());
        let options = Arc::new(options);
        let engine = Self { parts, imports, aliases, gauges, options, writer: Arc::new(Mutex::new(Some(thread))) };
        engine.imports.go_on().await?;
        engine.go_on_resolving().await?;
        Ok(engine)
    }

    /// Stops: running imports and aliases are left between two groups, to be gone on with at the next start.
    pub async fn stop(self) {
        self.aliases.leave();
        self.imports.leave().await;
        let thread = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        // The writer ends when the last way to it is gone.
        drop(self);
        if let Some(thread) = thread {
            let _ended = tokio::task::spawn_blocking(move || thread.join()).await;
        }
    }

    /// What came over the network and was refused, newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn network_refusals(
        &self,
        input: Option<InputId>,
        before: Option<u64>,
        limit: u32,
    ) -> Result<RefusalPage> {
        Ok(self.store().network_refusals(input, before, limit.clamp(1, 200)).await?)
    }

    /// The imports.
    #[must_use]
    pub const fn imports(&self) -> &Imports {
        &self.imports
    }

    /// The announcements.
    #[must_use]
    pub const fn changes(&self) -> &Changes {
        &self.parts.changes
    }

    /// How the engine is set up.
    #[must_use]
    pub fn options(&self) -> &EngineOptions {
        &self.options
    }

    /// Now, ms UTC, by the engine's clock.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.parts.world.now_ms()
    }

    /// How the engine is doing.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn status(&self) -> Result<EngineStatus> {
        Ok(EngineStatus {
            totals: self.store().totals().await?,
            facts: self.store().facts().await?,
            events_per_s: self.gauges.events_per_s(),
            ingest_p99: self.gauges.latency_p99(),
        })
    }

    /// A page of a user's timeline.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn activity(
        &self,
        profile: ProfileKey,
        filter: &ActivityFilter,
        newest_first: bool,
        after: Option<ActivityCursor>,
        limit: usize,
    ) -> Result<ActivityPage> {
        activity::page(self.store(), profile, filter, newest_first, after, limit).await
    }

    /// What there is to filter a user's timeline by.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn activity_facets(&self, profile: ProfileKey) -> Result<Facets> {
        activity::facets(self.store(), profile).await
    }

    /// A batch of a user out of the log, as understood and as received: one of the user's own, or one of which events
    /// were copied to the user.
    ///
    /// # Errors
    /// When there is none at that place, or it is another user's.
    pub async fn batch(&self, profile: ProfileKey, seq: Seq) -> Result<(TimelineBatch, Vec<u8>)> {
        let not_found = || EngineError::NotFound(format!("batch {seq} of this user"));
        let entry = self.store().entries(&[seq]).await?.into_iter().next().ok_or_else(not_found)?;
        if entry.profile != profile && !self.is_copied_to(profile, &entry).await? {
            return Err(not_found());
        }
        Ok((log::decode(&entry), entry.raw))
    }

    pub(crate) fn aliases(&self) -> &AliasRunner {
        &self.aliases
    }

    pub(crate) const fn parts(&self) -> &Parts {
        &self.parts
    }

    pub(crate) fn store(&self) -> &dyn Store {
        &*self.parts.store
    }
}
