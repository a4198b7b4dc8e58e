//! The log resolved anew: a preview of who would merge and who would fall apart under other settings, and giving the log out
//! by the settings in force (idsync.md 8).
//!
//! One of them at a time. Both read the log from its beginning, so they take as long as the log is; a preview changes
//! nothing. To take back what was given out anew, save the settings of before and give it out again: the log remembers whom
//! each entry was first resolved to, and no profile ends.

mod applying;
mod replaying;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::Handle;
use uav_core::identity::{IdentitySettings, Summary};
use uav_core::{Mpid, ScopeId, Seq};
use uav_store::{Counters, Store};

use crate::changes::Changed;
use crate::clock::World;
use crate::engine::Engine;
use crate::error::{EngineError, Result};
use crate::identity::check_settings;

/// The setting that says which scope's log is being given out anew.
const RESOLVING: &str = "resolving";

/// A user in an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The MPID.
    pub mpid: Mpid,
    /// The best name there is.
    pub name: Option<String>,
}

/// A change in an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleChange {
    /// Who there is today, those with most events first, at most ten.
    pub before: Vec<Affected>,
    /// How many there are today.
    pub before_count: usize,
    /// How many there would be.
    pub after_count: usize,
    /// The entry of the log that decides.
    pub decided_by: Seq,
}

/// What a preview came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// In numbers.
    pub summary: Summary,
    /// The largest merges.
    pub merges: Vec<ExampleChange>,
    /// The largest splits.
    pub splits: Vec<ExampleChange>,
}

/// What giving the log out anew came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Entries that went to other profiles.
    pub entries: u64,
    /// Profiles that changed.
    pub profiles: u64,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewState {
    /// At work.
    Running,
    /// A preview, read to the end of the log as it was then.
    Done(Arc<Preview>),
    /// The log was given out anew.
    Applied(Applied),
    /// Stopped by the operator.
    Cancelled,
    /// Stopped by a fault.
    Failed(String),
}

/// A preview or more, with how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewProgress {
    /// The scope.
    pub scope: ScopeId,
    /// The settings that it is about.
    pub settings: IdentitySettings,
    /// Whether it gives the log out anew; else it only looks.
    pub applies: bool,
    /// When it was started, ms UTC.
    pub started_ms: i64,
    /// Entries of the log that were read.
    pub done: u64,
    /// Entries of the log when it was started.
    pub total: u64,
    /// Where it stands.
    pub state: PreviewState,
}

/// The preview at work, or the last one.
#[derive(Default)]
pub(crate) struct Previews {
    current: Mutex<Option<Arc<Job>>>,
}

/// A preview or more at work.
pub(crate) struct Job {
    scope: ScopeId,
    settings: IdentitySettings,
    applies: bool,
    started_ms: i64,
    total: AtomicU64,
    done: AtomicU64,
    stop: AtomicBool,
    state: Mutex<PreviewState>,
}

impl Job {
    fn progress(&self) -> PreviewProgress {
        PreviewProgress {
            scope: self.scope,
            settings: self.settings.clone(),
            applies: self.applies,
            started_ms: self.started_ms,
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            state: self.state.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    fn end(&self, state: PreviewState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }

    fn is_running(&self) -> bool {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) == PreviewState::Running
    }
}

/// The writer's side: gives the log out anew, with nothing coming in meanwhile.
pub(crate) async fn apply(store: &dyn Store, world: &dyn World, counters: &mut Counters, job: &Job) {
    job.total.store(counters.seq.0, Ordering::Relaxed);
    let ended = applying::apply(store, world, counters, job).await;
    let ended = match ended {
        // What is half done is whole profiles; it is not gone on with by itself when the operator stopped it.
        Ok(applied) => store.put_setting(RESOLVING, "").await.map(|()| applied).map_err(EngineError::from),
        Err(fault) => Err(fault),
    };
    job.end(match ended {
        Ok(Some(applied)) => PreviewState::Applied(applied),
        Ok(None) => PreviewState::Cancelled,
        Err(fault) => {
            tracing::error!("the log was not given out anew: {fault}");
            PreviewState::Failed(fault.to_string())
        }
    });
}

impl Engine {
    /// Starts to work out what the log would come to under these settings; an earlier preview is stopped.
    ///
    /// # Errors
    /// When there is no such scope, the settings cannot work, or the store cannot be read.
    pub async fn preview_resolution(&self, scope: ScopeId, settings: IdentitySettings) -> Result<PreviewProgress> {
        check_settings(&settings)?;
        self.scope(scope).await?;
        let job = self.begin(scope, settings, false).await?;
        let (parts, at_work, runtime) = (self.parts().clone(), Arc::clone(&job), Handle::current());
        // Reading the log keeps a core busy; on a thread of its own it holds nobody up.
        std::thread::Builder::new()
            .name("uav-preview".to_owned())
            .spawn(move || {
                let ended = runtime.block_on(replaying::preview(&*parts.store, &at_work));
                at_work.end(match ended {
                    Ok(Some(preview)) => PreviewState::Done(Arc::new(preview)),
                    Ok(None) => PreviewState::Cancelled,
                    Err(fault) => PreviewState::Failed(fault.to_string()),
                });
                parts.changes.announce(Changed::Scopes);
            })
            .map_err(|fault| EngineError::Conflict(format!("the preview cannot be started: {fault}")))?;
        Ok(job.progress())
    }

    /// Gives the whole log of a scope out anew by the settings in force. While it is at work nothing comes in: senders are
    /// told to come again.
    ///
    /// # Errors
    /// When there is no such scope, it is being done already, or the store cannot be read.
    pub async fn apply_resolution(&self, scope: ScopeId) -> Result<PreviewProgress> {
        let settings = self.scope(scope).await?.settings;
        let job = self.begin(scope, settings, true).await?;
        // Gone on with after a crash: half a log given out by one strategy and half by another must not stay.
        self.store().put_setting(RESOLVING, &scope.to_string()).await?;
        self.parts().writer.resolve(Arc::clone(&job)).await?;
        Ok(job.progress())
    }

    /// Goes on with what was at work when the program ended.
    pub(crate) async fn go_on_resolving(&self) -> Result<()> {
        let scope = self.store().setting(RESOLVING).await?.and_then(|text| text.parse().ok());
        if let Some(scope) = scope.map(ScopeId) {
            tracing::warn!("the log of scope {scope} is given out anew, as it was when the program ended");
            self.apply_resolution(scope).await?;
        }
        Ok(())
    }

    /// Makes the job of a preview or more the one at work; a preview before it is stopped.
    async fn begin(&self, scope: ScopeId, settings: IdentitySettings, applies: bool) -> Result<Arc<Job>> {
        let job = Arc::new(Job {
            scope,
            settings,
            applies,
            started_ms: self.now_ms(),
            total: AtomicU64::new(self.store().counters().await?.seq.0),
            done: AtomicU64::new(0),
            stop: AtomicBool::new(false),
            state: Mutex::new(PreviewState::Running),
        });
        let mut current = self.previews();
        if let Some(before) = current.as_ref() {
            if before.applies && before.is_running() {
                return Err(EngineError::Conflict("the log is being resolved anew: wait for its end".to_owned()));
            }
            before.stop.store(true, Ordering::Relaxed);
        }
        *current = Some(Arc::clone(&job));
        Ok(job)
    }

    /// The preview at work, or the last one.
    #[must_use]
    pub fn resolution_preview(&self) -> Option<PreviewProgress> {
        self.previews().as_ref().map(|job| job.progress())
    }

    /// Stops what is at work, if anything is: a preview at once, more than that between two transactions.
    pub fn stop_resolution_preview(&self) {
        if let Some(job) = &*self.previews() {
            job.stop.store(true, Ordering::Relaxed);
        }
    }

    fn previews(&self) -> std::sync::MutexGuard<'_, Option<Arc<Job>>> {
        self.parts().previews.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
