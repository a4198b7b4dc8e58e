//! Identity scopes and their settings, and the few settings of the whole installation.

use async_trait::async_trait;
use uav_core::ScopeId;
use uav_core::identity::IdentitySettings;

use crate::Result;

/// An identity scope: the workspaces that share their users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Its number.
    pub id: ScopeId,
    /// Its name, unique.
    pub name: String,
    /// How its requests resolve.
    pub settings: IdentitySettings,
    /// When it was made, ms UTC.
    pub created_ms: i64,
}

/// Keeping scopes. A fresh store has one, number 1, named `My users`, with the Default strategy.
#[async_trait]
pub trait ScopeStore: Send + Sync {
    /// All scopes, by number.
    async fn scopes(&self) -> Result<Vec<Scope>>;

    /// Makes one. A name in use is [`crate::StoreError::Exists`].
    async fn create_scope(&self, name: &str, settings: &IdentitySettings, created_ms: i64) -> Result<Scope>;

    /// Writes a scope's name and settings.
    async fn update_scope(&self, id: ScopeId, name: &str, settings: &IdentitySettings) -> Result<Scope>;

    /// A setting of the whole installation, as the engine wrote it.
    async fn setting(&self, name: &str) -> Result<Option<String>>;

    /// Writes a setting of the whole installation.
    async fn put_setting(&self, name: &str, value: &str) -> Result<()>;
}
