//! Workspaces.

use async_trait::async_trait;
use uav_core::{ScopeId, WorkspaceId};

use crate::Result;

/// A workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// Its number.
    pub id: WorkspaceId,
    /// Its name, unique.
    pub name: String,
    /// The identity scope that it belongs to.
    pub scope: ScopeId,
    /// When it was made, ms UTC.
    pub created_ms: i64,
}

/// Keeping workspaces. A fresh store has one, number 1, in scope 1, named `My workspace`.
#[async_trait]
pub trait WorkspaceStore: Send + Sync {
    /// All workspaces, by number.
    async fn workspaces(&self) -> Result<Vec<Workspace>>;

    /// Makes one. A name in use is [`crate::StoreError::Exists`].
    async fn create_workspace(&self, name: &str, scope: ScopeId, created_ms: i64) -> Result<Workspace>;

    /// Renames one.
    async fn rename_workspace(&self, id: WorkspaceId, name: &str) -> Result<Workspace>;
}
