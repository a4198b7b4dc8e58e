//! Workspaces.

use std::sync::Arc;

use uav_core::identity::IdentitySettings;
use uav_core::{ScopeId, WorkspaceId};
use uav_store::{Input, Workspace};

use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::{EngineError, Result};

/// The longest name of a workspace, characters.
const NAME_CHARS_MAX: usize = 64;
/// The scope of new workspaces: they share the users of the first one.
const FIRST_SCOPE: ScopeId = ScopeId(1);

impl Engine {
    /// By which identities users of a scope are found, and which make them known (idsync.md 4).
    #[must_use]
    pub fn identity_settings(&self, scope: ScopeId) -> Arc<IdentitySettings> {
        self.plan().identity(scope)
    }

    /// All workspaces, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn workspaces(&self) -> Result<Vec<Workspace>> {
        Ok(self.store().workspaces().await?)
    }

    /// Makes a workspace.
    ///
    /// # Errors
    /// When the name is empty, too long or in use.
    pub async fn create_workspace(&self, name: &str) -> Result<Workspace> {
        let name = checked(name)?;
        let made = self.store().create_workspace(name, FIRST_SCOPE, self.now_ms()).await?;
        self.changes().announce(Changed::Workspaces);
        Ok(made)
    }

    /// Renames a workspace.
    ///
    /// # Errors
    /// When there is no such workspace, or the name is empty, too long or in use.
    pub async fn rename_workspace(&self, id: WorkspaceId, name: &str) -> Result<Workspace> {
        let renamed = self.store().rename_workspace(id, checked(name)?).await?;
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

fn checked(name: &str) -> Result<&str> {
    let name = name.trim();
    let invalid = |detail: String| EngineError::Invalid { path: "name", detail };
    match name.chars().count() {
        0 => Err(invalid("a name is needed".to_owned())),
        1..=NAME_CHARS_MAX => Ok(name),
        length => Err(invalid(format!("{length} characters, limit {NAME_CHARS_MAX}"))),
    }
}
