//! Inputs made and named, their keys made, replaced and revoked.

use uav_core::batch::Environment;
use uav_core::{InputId, WorkspaceId};
use uav_store::{Input, InputKey, InputKind, NewInput};

use super::secrets::{hash, hex, random_hex};
use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::{EngineError, Result};
use crate::names::checked_name;

/// What the secret of a key is derived for.
const SECRET_OF_KEY: &str = "secret of an input's key";
/// Keys of an input that may be in use at once: enough to replace some without a gap.
const KEYS_MAX: usize = 20;

/// An input with its keys, those in use and those revoked, oldest first.
#[derive(Clone, Debug)]
pub struct InputKeys {
    /// The input.
    pub input: Input,
    /// Its keys.
    pub keys: Vec<InputKey>,
}

/// A key with its secret, which is shown this once.
#[derive(Clone, Debug)]
pub struct MadeKey {
    /// The input.
    pub input: Input,
    /// The key as kept.
    pub key: InputKey,
    /// The secret part.
    pub secret: String,
}

impl Engine {
    /// All inputs, by number, with their keys.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn inputs_with_keys(&self) -> Result<Vec<InputKeys>> {
        let keys = self.store().keys().await?;
        let of = |input: Input| {
            let keys = keys.iter().filter(|key| key.input == input.id).cloned().collect();
            InputKeys { input, keys }
        };
        Ok(self.inputs().await?.into_iter().map(of).collect())
    }

    /// Makes an input with its first key. A web input's key is enough to call IDSync; any other's needs its secret.
    ///
    /// # Errors
    /// When the name is empty, too long or in use in the workspace, or there is no such workspace.
    pub async fn create_input(
        &self,
        workspace: WorkspaceId,
        name: &str,
        kind: InputKind,
        platform: &str,
        environment: Option<Environment>,
    ) -> Result<MadeKey> {
        self.known_workspace(workspace).await?;
        let new = NewInput {
            name: checked_name(name)?.to_owned(),
            kind,
            platform: platform.to_owned(),
            workspace,
            key_alone: platform == "web",
            created_ms: self.now_ms(),
        };
        let input = self.store().create_input(new).await?;
        self.create_key(input.id, environment).await
    }

    /// Renames an input and says whether its keys are enough to call IDSync.
    ///
    /// # Errors
    /// When there is no such input, or the name is empty, too long or in use.
    pub async fn update_input(&self, id: InputId, name: &str, key_alone: bool) -> Result<Input> {
        let input = self.store().update_input(id, checked_name(name)?, key_alone).await?;
        self.inputs_changed();
        Ok(input)
    }

    /// Makes another key for an input, for one environment or for both.
    ///
    /// # Errors
    /// When there is no such input, or it has too many keys.
    pub async fn create_key(&self, input: InputId, environment: Option<Environment>) -> Result<MadeKey> {
        let inputs = self.inputs_with_keys().await?;
        let held = inputs.into_iter().find(|held| held.input.id == input);
        let held = held.ok_or_else(|| EngineError::NotFound(format!("input {input}")))?;
        if held.keys.iter().filter(|key| key.revoked_ms.is_none()).count() >= KEYS_MAX {
            return Err(EngineError::Conflict(format!(
                "an input has at most {KEYS_MAX} keys in use: revoke one first"
            )));
        }
        let text = format!("us1-{}", random_hex::<16>()?);
        let secret = self.derived_secret(&text);
        let key = InputKey {
            key: text,
            input,
            environment,
            secret_hash: hash(&secret)?,
            created_ms: self.now_ms(),
            revoked_ms: None,
        };
        self.store().create_key(&key).await?;
        self.inputs_changed();
        Ok(MadeKey { input: held.input, key, secret })
    }

    /// Revokes a key: from now on nobody comes in with it.
    ///
    /// # Errors
    /// When there is no such key.
    pub async fn revoke_key(&self, key: &str) -> Result<InputKey> {
        let revoked = self.store().revoke_key(key, self.now_ms()).await?;
        self.inputs_changed();
        Ok(revoked)
    }

    /// The secret that belongs to a key of this installation.
    pub(super) fn derived_secret(&self, key: &str) -> String {
        hex(&self.parts().installation.code(SECRET_OF_KEY, key))
    }

    pub(crate) async fn known_workspace(&self, id: WorkspaceId) -> Result<()> {
        let known = self.workspaces().await?.iter().any(|workspace| workspace.id == id);
        if known { Ok(()) } else { Err(EngineError::NotFound(format!("workspace {id}"))) }
    }

    fn inputs_changed(&self) {
        self.parts().callers.forget();
        self.changes().announce(Changed::Inputs);
    }
}
