//! Who holds a key.

use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use uav_core::ScopeId;
use uav_core::batch::{Door, Environment};
use uav_store::{Input, InputKey, InputKind};

use super::secrets::is_secret;
use crate::engine::Engine;
use crate::error::Result;
use crate::ingest::Source;

/// A key that is in use, and the input behind it.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The key.
    pub key: InputKey,
    /// Its input.
    pub input: Input,
    /// The identity scope of the input's workspace.
    pub scope: ScopeId,
}

impl Caller {
    /// Where its requests come from.
    #[must_use]
    pub const fn source(&self) -> Source {
        Source { input: self.input.id, workspace: self.input.workspace, scope: self.scope }
    }

    /// Whether it sent the right secret.
    #[must_use]
    pub fn has_secret(&self, secret: &str) -> bool {
        is_secret(secret, &self.key.secret_hash)
    }

    /// Whether its key is for this environment: development and production never mix.
    #[must_use]
    pub fn may_use(&self, environment: Environment) -> bool {
        self.key.environment.is_none_or(|allowed| allowed == environment)
    }

    /// Whether it may call IDSync: a platform may, a feed may not (idsync.md 2).
    #[must_use]
    pub const fn may_identify(&self) -> bool {
        matches!(self.input.kind, InputKind::Platform)
    }

    /// The entrance of servers, as this input comes through it.
    #[must_use]
    pub const fn server_door(&self) -> Door {
        match self.input.kind {
            InputKind::PartnerFeed => Door::Partner,
            InputKind::Platform | InputKind::CustomFeed | InputKind::File => Door::Server,
        }
    }
}

type ByKey = Arc<FxHashMap<String, Arc<Caller>>>;

/// The keys that are in use, in memory: every request asks for one.
#[derive(Clone, Default)]
pub(crate) struct Callers {
    known: Arc<RwLock<Option<ByKey>>>,
}

impl Callers {
    /// Something about inputs, keys or workspaces changed.
    pub(crate) fn forget(&self) {
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Engine {
    /// Who holds a key; `None` for one that is unknown or was revoked.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn caller(&self, key: &str) -> Result<Option<Arc<Caller>>> {
        Ok(self.callers().await?.get(key).cloned())
    }

    async fn callers(&self) -> Result<ByKey> {
        let known = &self.parts().callers.known;
        if let Some(callers) = &*known.read().unwrap_or_else(PoisonError::into_inner) {
            return Ok(Arc::clone(callers));
        }
        let inputs: FxHashMap<_, _> = self.inputs().await?.into_iter().map(|input| (input.id, input)).collect();
        let scopes: FxHashMap<_, _> =
            self.workspaces().await?.into_iter().map(|workspace| (workspace.id, workspace.scope)).collect();
        let keys = self.store().keys().await?.into_iter().filter(|key| key.revoked_ms.is_none());
        let caller = |key: InputKey| {
            let input = inputs.get(&key.input)?.clone();
            let scope = *scopes.get(&input.workspace)?;
            Some((key.key.clone(), Arc::new(Caller { key, input, scope })))
        };
        let callers: ByKey = Arc::new(keys.filter_map(caller).collect());
        *known.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&callers));
        Ok(callers)
    }
}
