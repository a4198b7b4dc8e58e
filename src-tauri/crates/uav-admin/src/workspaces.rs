//! Workspaces.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::{ScopeId, WorkspaceId};
use uav_store::Workspace;

use crate::admin::Admin;
use crate::error::Problem;
use crate::request::FIRST_SCOPE;

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
    /// The identity scope whose users it shares.
    pub scope: u32,
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
    /// The identity scope whose users it shares; absent for the first.
    pub scope: Option<u32>,
}

/// Renames a workspace.
#[derive(Debug, Deserialize, TS)]
pub struct RenameWorkspace {
    /// Which.
    pub id: u32,
    /// 1 to 64 characters, not in use.
    pub name: String,
}

impl From<Workspace> for WorkspaceView {
    fn from(workspace: Workspace) -> Self {
        Self { id: workspace.id.0, name: workspace.name, scope: workspace.scope.0, created_ms: workspace.created_ms }
    }
}

impl Admin {
    /// The identity scope of a workspace, of the first one if none is named.
    pub(crate) async fn scope_of(&self, workspace: Option<u32>) -> Result<ScopeId, Problem> {
        let Some(id) = workspace.map(WorkspaceId) else { return Ok(FIRST_SCOPE) };
        let known = self.engine.workspaces().await?.into_iter().find(|known| known.id == id);
        known.map(|known| known.scope).ok_or_else(|| Problem::not_found(&format!("workspace {id}")))
    }

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
    /// When the name is empty, too long or in use, or there is no such scope.
    pub async fn workspace_create(&self, request: CreateWorkspace) -> Result<WorkspaceView, Problem> {
        Ok(self.engine.create_workspace(&request.name, request.scope.map_or(FIRST_SCOPE, ScopeId)).await?.into())
    }

    /// Renames a workspace.
    ///
    /// # Errors
    /// When there is no such workspace, or the name is empty, too long or in use.
    pub async fn workspace_rename(&self, request: RenameWorkspace) -> Result<WorkspaceView, Problem> {
        Ok(self.engine.rename_workspace(WorkspaceId(request.id), &request.name).await?.into())
    }
}
