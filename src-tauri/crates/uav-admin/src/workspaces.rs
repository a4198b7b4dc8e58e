//! Workspaces and the inputs that feed them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::WorkspaceId;
use uav_store::{Input, Workspace};

use crate::admin::Admin;
use crate::error::Problem;

/// Asks for the workspaces.
#[derive(Debug, Deserialize, TS)]
pub struct ListWorkspaces {}

/// A workspace.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// When it was made, ms UTC.
    pub created_ms: i64,
}

/// The workspaces, by number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceListView {
    /// The workspaces.
    pub workspaces: Vec<WorkspaceView>,
}

/// Makes a workspace.
#[derive(Debug, Deserialize, TS)]
pub struct CreateWorkspace {
    /// 1 to 64 characters, not in use.
    pub name: String,
}

/// Renames a workspace.
#[derive(Debug, Deserialize, TS)]
pub struct RenameWorkspace {
    /// Which.
    pub id: u32,
    /// 1 to 64 characters, not in use.
    pub name: String,
}

/// Asks for the inputs.
#[derive(Debug, Deserialize, TS)]
pub struct ListInputs {}

/// A platform or feed that data comes from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// `web`, `ios`, `android`, `feed`, `file` …
    pub platform: String,
    /// Its workspace.
    pub workspace: u32,
    /// The public part of its key, when it has one.
    pub key: Option<String>,
}

/// The inputs, by workspace and name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputListView {
    /// The inputs.
    pub inputs: Vec<InputView>,
}

impl From<Workspace> for WorkspaceView {
    fn from(workspace: Workspace) -> Self {
        Self { id: workspace.id.0, name: workspace.name, created_ms: workspace.created_ms }
    }
}

impl From<Input> for InputView {
    fn from(input: Input) -> Self {
        Self {
            id: input.id.0,
            name: input.name,
            platform: input.platform,
            workspace: input.workspace.0,
            key: input.key,
        }
    }
}

impl Admin {
    /// All workspaces.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn workspaces_list(&self, _request: ListWorkspaces) -> Result<WorkspaceListView, Problem> {
        let workspaces = self.engine.workspaces().await?;
        Ok(WorkspaceListView { workspaces: workspaces.into_iter().map(WorkspaceView::from).collect() })
    }

    /// Makes a workspace.
    ///
    /// # Errors
    /// When the name is empty, too long or in use.
    pub async fn workspace_create(&self, request: CreateWorkspace) -> Result<WorkspaceView, Problem> {
        Ok(self.engine.create_workspace(&request.name).await?.into())
    }

    /// Renames a workspace.
    ///
    /// # Errors
    /// When there is no such workspace, or the name is empty, too long or in use.
    pub async fn workspace_rename(&self, request: RenameWorkspace) -> Result<WorkspaceView, Problem> {
        Ok(self.engine.rename_workspace(WorkspaceId(request.id), &request.name).await?.into())
    }

    /// All inputs, by workspace and name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn inputs_list(&self, _request: ListInputs) -> Result<InputListView, Problem> {
        let mut inputs: Vec<InputView> = self.engine.inputs().await?.into_iter().map(InputView::from).collect();
        inputs.sort_by(|one, other| (one.workspace, &one.name).cmp(&(other.workspace, &other.name)));
        Ok(InputListView { inputs })
    }
}
