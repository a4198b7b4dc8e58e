//! Identity scopes and their strategies (idsync.md 4).

use std::sync::Arc;

use uav_core::ScopeId;
use uav_core::identity::{IdentitySettings, SettingsFault};
use uav_store::{Scope, Workspace};

use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::{EngineError, Result};
use crate::names::checked_name;

/// A scope, and the workspaces that share its users.
#[derive(Clone, Debug)]
pub struct ScopeFacts {
    /// The scope.
    pub scope: Scope,
    /// Its workspaces, by number.
    pub workspaces: Vec<Workspace>,
}

impl Engine {
    /// By which identities users of a scope are found, and which make them known.
    #[must_use]
    pub fn identity_settings(&self, scope: ScopeId) -> Arc<IdentitySettings> {
        self.parts().plan.identity(scope)
    }

    /// All scopes, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn scopes(&self) -> Result<Vec<ScopeFacts>> {
        let workspaces = self.workspaces().await?;
        let facts = |scope: Scope| {
            let of_scope = |workspace: &&Workspace| workspace.scope == scope.id;
            let workspaces = workspaces.iter().filter(of_scope).cloned().collect();
            ScopeFacts { scope, workspaces }
        };
        Ok(self.store().scopes().await?.into_iter().map(facts).collect())
    }

    /// A scope by its number.
    ///
    /// # Errors
    /// When there is none, or the store cannot be read.
    pub(crate) async fn scope(&self, id: ScopeId) -> Result<Scope> {
        let found = self.store().scopes().await?.into_iter().find(|scope| scope.id == id);
        found.ok_or_else(|| EngineError::NotFound(format!("identity scope {id}")))
    }

    /// Makes a scope with the Default strategy.
    ///
    /// # Errors
    /// When the name is empty, too long or in use.
    pub async fn create_scope(&self, name: &str) -> Result<Scope> {
        let settings = IdentitySettings::default();
        let scope = self.store().create_scope(checked_name(name)?, &settings, self.now_ms()).await?;
        self.parts().plan.set(scope.id, settings);
        self.changes().announce(Changed::Scopes);
        Ok(scope)
    }

    /// Writes a scope's name and settings. Requests from now on resolve by them; what was resolved before stands
    /// (idsync.md 8).
    ///
    /// # Errors
    /// When there is no such scope, the name is empty, too long or in use, or the settings cannot work: every reason is
    /// listed.
    pub async fn update_scope(&self, id: ScopeId, name: &str, settings: &IdentitySettings) -> Result<Scope> {
        check_settings(settings)?;
        let scope = self.store().update_scope(id, checked_name(name)?, settings).await?;
        self.parts().plan.set(id, scope.settings.clone());
        self.changes().announce(Changed::Scopes);
        Ok(scope)
    }
}

/// Passes settings that can work; else every reason why they cannot is told.
pub(crate) fn check_settings(settings: &IdentitySettings) -> Result<()> {
    let faults = settings.faults();
    if faults.is_empty() {
        return Ok(());
    }
    let faults: Vec<String> = faults.iter().map(SettingsFault::to_string).collect();
    Err(EngineError::Invalid { path: "settings", detail: faults.join("; ") })
}
