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
    /// The environment that its key is for; `None` when batches say.
    pub environment: Option<Environment>,
    /// The public part of its credential.
    pub key: Option<String>,
    /// A hash of the secret part, lower-case hex of SHA-256 over salt and secret, as `salt:hash`.
    pub secret_hash: Option<String>,
    /// When it was made, ms UTC.
    pub created_ms: i64,
    /// When its key was revoked, ms UTC.
    pub revoked_ms: Option<i64>,
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
    /// The environment that its key is for.
    pub environment: Option<Environment>,
    /// The public part of its credential, unique.
    pub key: Option<String>,
    /// The hash of the secret part.
    pub secret_hash: Option<String>,
    /// When, ms UTC.
    pub created_ms: i64,
}

/// A caller of the reading APIs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiCredential {
    /// The public part, unique.
    pub client_id: String,
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

/// Keeping inputs and credentials.
#[async_trait]
pub trait InputStore: Send + Sync {
    /// All inputs, by number.
    async fn inputs(&self) -> Result<Vec<Input>>;

    /// Makes an input. A name in use in the workspace, or a key in use, is [`crate::StoreError::Exists`].
    async fn create_input(&self, input: NewInput) -> Result<Input>;

    /// Keeps a credential.
    async fn create_credential(&self, credential: &NewApiCredential) -> Result<()>;

    /// All credentials, oldest first.
    async fn credentials(&self) -> Result<Vec<ApiCredential>>;
}
