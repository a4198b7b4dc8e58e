//! Keys and secrets: made here, shown once, kept as hashes.

use sha2::{Digest, Sha256};
use uav_core::WorkspaceId;
use uav_core::batch::Environment;
use uav_store::{ApiCredential, Input, InputKind, NewInput};

use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::{EngineError, Result};

/// An input with its secret, which is shown this once.
#[derive(Clone, Debug)]
pub struct MadeInput {
    /// The input.
    pub input: Input,
    /// The public part of its credential.
    pub key: String,
    /// The secret part.
    pub secret: String,
}

/// A credential with its secret, which is shown this once.
#[derive(Clone, Debug)]
pub struct MadeCredential {
    /// The credential as kept.
    pub credential: ApiCredential,
    /// The secret part.
    pub secret: String,
}

impl Engine {
    /// Makes an input with a key and a secret.
    ///
    /// # Errors
    /// When the name is in use in the workspace, or no random numbers can be had.
    pub async fn create_input(
        &self,
        workspace: WorkspaceId,
        name: &str,
        kind: InputKind,
        platform: &str,
        environment: Environment,
    ) -> Result<MadeInput> {
        self.known_workspace(workspace).await?;
        let key = format!("us1-{}", random_hex::<16>()?);
        let secret = random_hex::<32>()?;
        let new = NewInput {
            name: name.to_owned(),
            kind,
            platform: platform.to_owned(),
            workspace,
            environment: Some(environment),
            key: Some(key.clone()),
            secret_hash: Some(hash(&secret)?),
            created_ms: self.now_ms(),
        };
        let input = self.store().create_input(new).await?;
        self.changes().announce(Changed::Inputs);
        Ok(MadeInput { input, key, secret })
    }

    /// Makes a credential for the reading APIs of a workspace.
    ///
    /// # Errors
    /// When there is no such workspace, or no random numbers can be had.
    pub async fn create_credential(&self, workspace: WorkspaceId) -> Result<MadeCredential> {
        self.known_workspace(workspace).await?;
        let secret = random_hex::<32>()?;
        let credential = ApiCredential {
            client_id: random_hex::<16>()?,
            secret_hash: hash(&secret)?,
            workspaces: vec![workspace],
            created_ms: self.now_ms(),
            revoked_ms: None,
        };
        self.store().create_credential(&credential).await?;
        Ok(MadeCredential { credential, secret })
    }

    /// All credentials of the reading APIs.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn credentials(&self) -> Result<Vec<ApiCredential>> {
        Ok(self.store().credentials().await?)
    }

    async fn known_workspace(&self, id: WorkspaceId) -> Result<()> {
        let known = self.workspaces().await?.iter().any(|workspace| workspace.id == id);
        if known { Ok(()) } else { Err(EngineError::NotFound(format!("workspace {id}"))) }
    }
}

/// Whether a secret is the one that was hashed. Takes the same time whatever differs.
#[must_use]
pub fn is_secret(secret: &str, salted_hash: &str) -> bool {
    let Some((salt, expected)) = salted_hash.split_once(':') else { return false };
    let given = digest(salt, secret);
    let same = given.len() == expected.len();
    let differing = given.bytes().zip(expected.bytes()).fold(0, |seen, (one, other)| seen | (one ^ other));
    same && differing == 0
}

/// A salted hash of a secret. The secrets are 256 random bits, so that a fast hash is enough.
fn hash(secret: &str) -> Result<String> {
    let salt = random_hex::<16>()?;
    Ok(format!("{salt}:{}", digest(&salt, secret)))
}

fn digest(salt: &str, secret: &str) -> String {
    hex(&Sha256::new().chain_update(salt).chain_update(secret).finalize())
}

fn random_hex<const BYTES: usize>() -> Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)
        .map_err(|fault| EngineError::Conflict(format!("the system gives no random numbers: {fault}")))?;
    Ok(hex(&bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_secret_itself_is_recognised() {
        let kept = hash("open sesame").unwrap();
        assert!(is_secret("open sesame", &kept));
        assert!(!is_secret("open sesam", &kept));
        assert!(!is_secret("", &kept));
        assert!(!is_secret("open sesame", "no hash"));
        assert_ne!(kept, hash("open sesame").unwrap(), "each hash has its own salt");
    }
}
