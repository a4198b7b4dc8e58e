//! What other settings would have made of the log: a preview of who would merge and who would fall apart (idsync.md 8).
//!
//! One preview at a time. It reads the log from its beginning, so it takes as long as the log is; it changes nothing.

mod replaying;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::Handle;
use uav_core::identity::{IdentitySettings, SettingsFault, Summary};
use uav_core::{Mpid, ScopeId, Seq};

use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::{EngineError, Result};

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

/// Where a preview stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewState {
    /// At work.
    Running,
    /// Read to the end of the log as it was then.
    Done(Arc<Preview>),
    /// Stopped by the operator.
    Cancelled,
    /// Stopped by a fault.
    Failed(String),
}

/// A preview, with how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewProgress {
    /// The scope.
    pub scope: ScopeId,
    /// The settings that it is about.
    pub settings: IdentitySettings,
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

/// A preview at work.
pub(crate) struct Job {
    scope: ScopeId,
    settings: IdentitySettings,
    started_ms: i64,
    total: u64,
    done: AtomicU64,
    stop: AtomicBool,
    state: Mutex<PreviewState>,
}

impl Job {
    fn progress(&self) -> PreviewProgress {
        PreviewProgress {
            scope: self.scope,
            settings: self.settings.clone(),
            started_ms: self.started_ms,
            done: self.done.load(Ordering::Relaxed),
            total: self.total,
            state: self.state.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    fn end(&self, state: PreviewState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

impl Engine {
    /// Starts to work out what the log would come to under these settings; an earlier preview is stopped.
    ///
    /// # Errors
    /// When there is no such scope, the settings cannot work, or the store cannot be read.
    pub async fn preview_resolution(&self, scope: ScopeId, settings: IdentitySettings) -> Result<PreviewProgress> {
        let faults = settings.faults();
        if !faults.is_empty() {
            let faults: Vec<String> = faults.iter().map(SettingsFault::to_string).collect();
            return Err(EngineError::Invalid { path: "settings", detail: faults.join("; ") });
        }
        if !self.store().scopes().await?.iter().any(|known| known.id == scope) {
            return Err(EngineError::NotFound(format!("identity scope {scope}")));
        }
        let total = self.store().counters().await?.seq.0;
        let job = Arc::new(Job {
            scope,
            settings,
            started_ms: self.now_ms(),
            total,
            done: AtomicU64::new(0),
            stop: AtomicBool::new(false),
            state: Mutex::new(PreviewState::Running),
        });
        let before = self.previews().replace(Arc::clone(&job));
        if let Some(before) = before {
            before.stop.store(true, Ordering::Relaxed);
        }
        let (parts, at_work, runtime) = (self.parts().clone(), Arc::clone(&job), Handle::current());
        // Reading the log keeps a core busy; on a thread of its own it holds nobody up.
        std::thread::Builder::new()
            .name("uav-preview".to_owned())
            .spawn(move || {
                let ended = runtime.block_on(replaying::replay(&parts, &at_work));
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

    /// The preview at work, or the last one.
    #[must_use]
    pub fn resolution_preview(&self) -> Option<PreviewProgress> {
        self.previews().as_ref().map(|job| job.progress())
    }

    /// Stops the preview at work, if there is one.
    pub fn stop_resolution_preview(&self) {
        if let Some(job) = &*self.previews() {
            job.stop.store(true, Ordering::Relaxed);
        }
    }

    fn previews(&self) -> std::sync::MutexGuard<'_, Option<Arc<Job>>> {
        self.parts().previews.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
