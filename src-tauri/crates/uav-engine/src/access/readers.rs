//! Readers: who may call the Profile API, and the tokens that they call it with (profiles.md 2.5).

use uav_core::WorkspaceId;
use uav_store::ApiCredential;

use super::secrets::{hash, hex, is_same, is_secret, random_hex};
use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::{EngineError, Result};
use crate::names::checked_name;

/// How long a token lives, seconds.
pub const TOKEN_LIFE_S: i64 = 28_800;
/// What the code of a token is derived for.
const CODE_OF_TOKEN: &str = "token of a reader";

/// A credential with its secret, which is shown this once.
#[derive(Clone, Debug)]
pub struct MadeCredential {
    /// The credential as kept.
    pub credential: ApiCredential,
    /// The secret part.
    pub secret: String,
}

/// A token: who, until when, and a code that only this installation can make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Its text, as it stands in an `Authorization` header.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Somebody who may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The credential.
    pub client_id: String,
    /// The workspaces that it may read.
    pub workspaces: Vec<WorkspaceId>,
}

impl Engine {
    /// Makes a credential for the reading APIs of some workspaces.
    ///
    /// # Errors
    /// When there is no such workspace, none is named, or the name is too long.
    pub async fn create_credential(&self, name: &str, workspaces: &[WorkspaceId]) -> Result<MadeCredential> {
        if workspaces.is_empty() {
            return Err(EngineError::Invalid { path: "workspaces", detail: "a workspace is needed".to_owned() });
        }
        for workspace in workspaces {
            self.known_workspace(*workspace).await?;
        }
        let secret = random_hex::<32>()?;
        let credential = ApiCredential {
            client_id: random_hex::<16>()?,
            name: checked_name(name)?.to_owned(),
            secret_hash: hash(&secret)?,
            workspaces: workspaces.to_vec(),
            created_ms: self.now_ms(),
            revoked_ms: None,
        };
        self.store().create_credential(&credential).await?;
        self.changes().announce(Changed::Credentials);
        Ok(MadeCredential { credential, secret })
    }

    /// All credentials of the reading APIs, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn credentials(&self) -> Result<Vec<ApiCredential>> {
        Ok(self.store().credentials().await?)
    }

    /// Revokes a credential; its tokens end with it.
    ///
    /// # Errors
    /// When there is no such credential.
    pub async fn revoke_credential(&self, client_id: &str) -> Result<ApiCredential> {
        let revoked = self.store().revoke_credential(client_id, self.now_ms()).await?;
        self.changes().announce(Changed::Credentials);
        Ok(revoked)
    }

    /// A token for whoever knows the secret of a credential; `None` for anybody else.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn issue_token(&self, client_id: &str, secret: &str) -> Result<Option<Token>> {
        let known = self.reader_by_id(client_id).await?.is_some_and(|known| is_secret(secret, &known.secret_hash));
        Ok(known.then(|| {
            let body = format!("{client_id}.{}", self.now_ms() + TOKEN_LIFE_S * 1_000);
            let code = hex(&self.parts().installation.code(CODE_OF_TOKEN, &body));
            Token(format!("{body}.{code}"))
        }))
    }

    /// Who holds a token; `None` when it is not ours, is past its time, or its credential was revoked.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn reader(&self, token: &str) -> Result<Option<Reader>> {
        let Some((body, code)) = token.rsplit_once('.') else { return Ok(None) };
        let expected = hex(&self.parts().installation.code(CODE_OF_TOKEN, body));
        let Some((client_id, until)) = body.rsplit_once('.') else { return Ok(None) };
        let is_alive = until.parse::<i64>().is_ok_and(|until_ms| self.now_ms() < until_ms);
        if !is_same(expected.as_bytes(), code.as_bytes()) || !is_alive {
            return Ok(None);
        }
        let known = self.reader_by_id(client_id).await?;
        Ok(known.map(|known| Reader { client_id: known.client_id, workspaces: known.workspaces }))
    }

    async fn reader_by_id(&self, client_id: &str) -> Result<Option<ApiCredential>> {
        let known = self.store().credentials().await?;
        Ok(known.into_iter().find(|known| known.client_id == client_id && known.revoked_ms.is_none()))
    }
}
