//! The log resolved anew: what other settings of a scope would make of it, and giving it out by those in force
//! (idsync.md 8).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::ScopeId;
use uav_engine::{Applied, ExampleChange, PreviewProgress, PreviewState as State};

use crate::admin::Admin;
use crate::error::Problem;
use crate::numbers::{percent, signed};
use crate::scopes::{ScopeSettings, read_settings, view_of};

/// Starts to work out what the log would come to; an earlier preview is stopped.
#[derive(Debug, Deserialize, TS)]
pub struct StartResolutionPreview {
    /// The scope.
    pub scope: u32,
    /// The settings to try.
    pub settings: ScopeSettings,
}

/// Asks for the preview at work, or the last one.
#[derive(Debug, Deserialize, TS)]
pub struct GetResolutionPreview {}

/// Gives the whole log of a scope out anew by the settings in force.
#[derive(Debug, Deserialize, TS)]
pub struct ApplyResolution {
    /// The scope.
    pub scope: u32,
}

/// Stops what is at work.
#[derive(Debug, Deserialize, TS)]
pub struct StopResolutionPreview {}

/// Where a preview stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ResolutionPreviewState {
    /// At work.
    Running,
    /// A preview, read to the end of the log as it was then.
    Done,
    /// The log was given out anew.
    Applied,
    /// Stopped by the operator.
    Cancelled,
    /// Stopped by a fault.
    Failed,
}

/// A user in an example.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AffectedUserView {
    /// The user.
    pub mpid: String,
    /// The best name there is; absent for the anonymous.
    pub name: Option<String>,
}

/// Users who would become one, or one who would fall apart.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResolutionChangeView {
    /// Who there is today, those with most events first, at most ten.
    pub before: Vec<AffectedUserView>,
    /// How many there are today.
    pub before_count: i64,
    /// How many there would be.
    pub after_count: i64,
    /// The entry of the log that decides.
    pub decided_by: String,
}

/// A preview.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResolutionPreviewView {
    /// The scope.
    pub scope: u32,
    /// The settings that it is about.
    pub settings: ScopeSettings,
    /// Whether it gives the log out anew; else it only looks.
    pub applies: bool,
    /// Where it stands.
    pub state: ResolutionPreviewState,
    /// Why it failed.
    pub fault: Option<String>,
    /// When it was started, ms UTC.
    pub started_ms: i64,
    /// How much of the log was read, in percent.
    pub percent: f64,
    /// Entries of the log when it was started.
    pub entries: i64,
    /// Users today. This and what follows is 0 or empty until it is done.
    pub users_before: i64,
    /// Users there would be.
    pub users_after: i64,
    /// Users who would stay as they are.
    pub same: i64,
    /// Users who would be made of several.
    pub merges: i64,
    /// Users who would fall apart.
    pub splits: i64,
    /// Entries of the log that went to other users, once it was given out anew.
    pub moved_entries: i64,
    /// Users that changed by it.
    pub changed_users: i64,
    /// The largest merges.
    pub merge_examples: Vec<ResolutionChangeView>,
    /// The largest splits.
    pub split_examples: Vec<ResolutionChangeView>,
}

/// The preview at work, or the last one, if there was one since the program started.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastResolutionPreviewView {
    /// The preview.
    pub preview: Option<ResolutionPreviewView>,
}

impl Admin {
    /// Starts to work out what the log would come to under other settings. It changes nothing.
    ///
    /// # Errors
    /// When there is no such scope, a type is none, or the settings cannot work.
    pub async fn resolution_preview_start(
        &self,
        request: StartResolutionPreview,
    ) -> Result<ResolutionPreviewView, Problem> {
        let settings = read_settings(&request.settings)?;
        Ok(self.engine.preview_resolution(ScopeId(request.scope), settings).await?.into())
    }

    /// Gives the whole log of a scope out anew by the settings in force. While it is at work nothing comes in; to take it
    /// back, save the settings of before and do it again.
    ///
    /// # Errors
    /// When there is no such scope, or it is being done already.
    pub async fn resolution_apply(&self, request: ApplyResolution) -> Result<ResolutionPreviewView, Problem> {
        Ok(self.engine.apply_resolution(ScopeId(request.scope)).await?.into())
    }

    /// The preview at work, or the last one.
    ///
    /// # Errors
    /// Never; a command may fail.
    pub async fn resolution_preview_get(
        &self,
        _request: GetResolutionPreview,
    ) -> Result<LastResolutionPreviewView, Problem> {
        let preview = self.engine.resolution_preview().map(ResolutionPreviewView::from);
        Ok(LastResolutionPreviewView { preview })
    }

    /// Stops what is at work: a preview at once, more than that between two transactions.
    ///
    /// # Errors
    /// Never; a command may fail.
    pub async fn resolution_preview_stop(
        &self,
        _request: StopResolutionPreview,
    ) -> Result<LastResolutionPreviewView, Problem> {
        self.engine.stop_resolution_preview();
        self.resolution_preview_get(GetResolutionPreview {}).await
    }
}

impl From<PreviewProgress> for ResolutionPreviewView {
    fn from(progress: PreviewProgress) -> Self {
        let mut applied = Applied::default();
        let (state, fault, preview) = match progress.state {
            State::Running => (ResolutionPreviewState::Running, None, None),
            State::Applied(done) => {
                applied = done;
                (ResolutionPreviewState::Applied, None, None)
            }
            State::Done(preview) => (ResolutionPreviewState::Done, None, Some(preview)),
            State::Cancelled => (ResolutionPreviewState::Cancelled, None, None),
            State::Failed(fault) => (ResolutionPreviewState::Failed, Some(fault), None),
        };
        let preview = preview.as_deref().cloned().unwrap_or_default();
        let views = |changes: Vec<ExampleChange>| changes.into_iter().map(ResolutionChangeView::from).collect();
        Self {
            scope: progress.scope.0,
            settings: view_of(&progress.settings),
            applies: progress.applies,
            state,
            fault,
            started_ms: progress.started_ms,
            percent: percent(progress.done, progress.total),
            entries: signed(progress.total),
            users_before: signed(preview.summary.before),
            users_after: signed(preview.summary.after),
            same: signed(preview.summary.same),
            merges: signed(preview.summary.merges),
            splits: signed(preview.summary.splits),
            moved_entries: signed(applied.entries),
            changed_users: signed(applied.profiles),
            merge_examples: views(preview.merges),
            split_examples: views(preview.splits),
        }
    }
}

impl From<ExampleChange> for ResolutionChangeView {
    fn from(change: ExampleChange) -> Self {
        let user = |user: uav_engine::Affected| AffectedUserView { mpid: user.mpid.to_string(), name: user.name };
        Self {
            before: change.before.into_iter().map(user).collect(),
            before_count: signed(change.before_count as u64),
            after_count: signed(change.after_count as u64),
            decided_by: change.decided_by.to_string(),
        }
    }
}
