//! Workspaces.

use uav_core::{ScopeId, WorkspaceId};
use uav_store::{Input, Workspace};

use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::Result;
use crate::names::checked_name;

impl Engine {
    /// All workspaces, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn workspaces(&self) -> Result<Vec<Workspace>> {
        Ok(self.store().workspaces().await?)
    }

    /// Makes a workspace in an identity scope: it shares the users of the scope's other workspaces.
    ///
    /// # Errors
    /// When the name is empty, too long or in use, or there is no such scope.
    pub async fn create_workspace(&self, name: &str, scope: ScopeId) -> Result<Workspace> {
        let name = checked_name(name)?;
        self.scope(scope).await?;
        let made = self.store().create_workspace(name, scope, self.now_ms()).await?;
        self.changes().announce(Changed::Workspaces);
        Ok(made)
    }

    /// Renames a workspace.
    ///
    /// # Errors
    /// When there is no such workspace, or the name is empty, too long or in use.
    pub async fn rename_workspace(&self, id: WorkspaceId, name: &str) -> Result<Workspace> {
        let renamed = self.store().rename_workspace(id, checked_name(name)?).await?;
        self.changes().announce(Changed::Workspaces);
        Ok(renamed)
    }

    /// All inputs, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn inputs(&self) -> Result<Vec<Input>> {
        Ok(self.store().inputs().await?)
    }
}
