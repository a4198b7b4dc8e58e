//! Readers: credentials of the Profile API, and of operators of a server.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::WorkspaceId;
use uav_store::ApiCredential;

use crate::admin::Admin;
use crate::error::Problem;

/// Asks for the credentials.
#[derive(Debug, Deserialize, TS)]
pub struct ListCredentials {}

/// A credential of a reader.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CredentialView {
    /// Its public part.
    pub client_id: String,
    /// What people call it; empty for old ones.
    pub name: String,
    /// The workspaces it may read.
    pub workspaces: Vec<u32>,
    /// When it was made, ms UTC.
    pub created_ms: i64,
    /// When it was revoked, ms UTC.
    pub revoked_ms: Option<i64>,
}

/// The credentials, oldest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CredentialListView {
    /// The credentials.
    pub credentials: Vec<CredentialView>,
}

/// Makes a credential.
#[derive(Debug, Deserialize, TS)]
pub struct CreateCredential {
    /// 1 to 64 characters.
    pub name: String,
    /// The workspaces it may read, at least one.
    pub workspaces: Vec<u32>,
}

/// A credential that was made; its secret is shown this once.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MadeCredentialView {
    /// The credential.
    pub credential: CredentialView,
    /// Its secret part.
    pub client_secret: String,
}

/// Revokes a credential.
#[derive(Debug, Deserialize, TS)]
pub struct RevokeCredential {
    /// Its public part.
    pub client_id: String,
}

impl Admin {
    /// All credentials, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn credentials_list(&self, _request: ListCredentials) -> Result<CredentialListView, Problem> {
        let credentials = self.engine.credentials().await?.into_iter().map(CredentialView::from).collect();
        Ok(CredentialListView { credentials })
    }

    /// Makes a credential.
    ///
    /// # Errors
    /// When the name is empty or too long, or no workspace or an unknown one is named.
    pub async fn credential_create(&self, request: CreateCredential) -> Result<MadeCredentialView, Problem> {
        let workspaces: Vec<WorkspaceId> = request.workspaces.into_iter().map(WorkspaceId).collect();
        let made = self.engine.create_credential(&request.name, &workspaces).await?;
        Ok(MadeCredentialView { credential: made.credential.into(), client_secret: made.secret })
    }

    /// Revokes a credential; its tokens end with it.
    ///
    /// # Errors
    /// When there is no such credential.
    pub async fn credential_revoke(&self, request: RevokeCredential) -> Result<CredentialView, Problem> {
        Ok(self.engine.revoke_credential(&request.client_id).await?.into())
    }
}

impl From<ApiCredential> for CredentialView {
    fn from(credential: ApiCredential) -> Self {
        Self {
            client_id: credential.client_id,
            name: credential.name,
            workspaces: credential.workspaces.into_iter().map(|id| id.0).collect(),
            created_ms: credential.created_ms,
            revoked_ms: credential.revoked_ms,
        }
    }
}
