//! Inputs and the credentials of API callers. Secrets are kept as hashes only.

use async_trait::async_trait;
use uav_core::batch::Environment;
use uav_core::{InputId, WorkspaceId};

use crate::Result;

/// What kind of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// An application on a platform: its key may also call IDSync.
    Platform,
    /// The owner's own feed.
    CustomFeed,
    /// A partner's feed: must not change consent (events.md AU-8).
    PartnerFeed,
    /// Imported files.
    File,
}

/// A source of batches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its number.
    pub id: InputId,
    /// Its name, unique in the workspace.
    pub name: String,
    /// What kind.
    pub kind: InputKind,
    /// `web`, `ios`, `android`, `feed`, `file` …
    pub platform: String,
    /// Its workspace.
    pub workspace: WorkspaceId,
    /// Whether its keys are enough to call IDSync, without secret or signature: what browsers do (idsync.md 2).
    pub key_alone: bool,
    /// When it was made, ms UTC.
    pub created_ms: i64,
}

/// An input to be made.
#[derive(Clone, Debug)]
pub struct NewInput {
    /// Its name, unique in the workspace.
    pub name: String,
    /// What kind.
    pub kind: InputKind,
    /// `web`, `ios` …
    pub platform: String,
    /// Its workspace.
    pub workspace: WorkspaceId,
    /// Whether its keys are enough to call IDSync.
    pub key_alone: bool,
    /// When, ms UTC.
    pub created_ms: i64,
}

/// A key of an input. An input may have several, so that one can be replaced without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputKey {
    /// The public part, unique.
    pub key: String,
    /// Its input.
    pub input: InputId,
    /// The environment that it is for; `None` when batches say.
    pub environment: Option<Environment>,
    /// A hash of the secret part, lower-case hex of SHA-256 over salt and secret, as `salt:hash`.
    pub secret_hash: String,
    /// When it was made, ms UTC.
    pub created_ms: i64,
    /// When it was revoked, ms UTC.
    pub revoked_ms: Option<i64>,
}

/// A caller of the reading APIs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiCredential {
    /// The public part, unique.
    pub client_id: String,
    /// What people call it.
    pub name: String,
    /// The hash of the secret part, as for inputs.
    pub secret_hash: String,
    /// The workspaces it may read.
    pub workspaces: Vec<WorkspaceId>,
    /// When it was made, ms UTC.
    pub created_ms: i64,
    /// When it was revoked, ms UTC.
    pub revoked_ms: Option<i64>,
}

/// A credential to be kept.
pub type NewApiCredential = ApiCredential;

/// Keeping inputs, their keys, and credentials.
#[async_trait]
pub trait InputStore: Send + Sync {
    /// All inputs, by number.
    async fn inputs(&self) -> Result<Vec<Input>>;

    /// Makes an input. A name in use in the workspace is [`crate::StoreError::Exists`].
    async fn create_input(&self, input: NewInput) -> Result<Input>;

    /// Writes an input's name and whether its keys are enough; nothing else of it changes.
    async fn update_input(&self, id: InputId, name: &str, key_alone: bool) -> Result<Input>;

    /// All keys, oldest first.
    async fn keys(&self) -> Result<Vec<InputKey>>;

    /// Keeps a key. One in use is [`crate::StoreError::Exists`].
    async fn create_key(&self, key: &InputKey) -> Result<()>;

    /// Revokes a key; one revoked before keeps its time.
    async fn revoke_key(&self, key: &str, revoked_ms: i64) -> Result<InputKey>;

    /// Keeps a credential.
    async fn create_credential(&self, credential: &NewApiCredential) -> Result<()>;

    /// All credentials, oldest first.
    async fn credentials(&self) -> Result<Vec<ApiCredential>>;

    /// Revokes a credential; one revoked before keeps its time.
    async fn revoke_credential(&self, client_id: &str, revoked_ms: i64) -> Result<ApiCredential>;
}
