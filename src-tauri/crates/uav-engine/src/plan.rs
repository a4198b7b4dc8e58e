//! The settings that decide what a batch does, as the writer sees them.

use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use uav_core::ScopeId;
use uav_core::identity::IdentitySettings;
use uav_store::Scope;

/// The identity settings of every scope. Cheap to clone; all clones see a change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    scopes: Arc<RwLock<FxHashMap<ScopeId, Arc<IdentitySettings>>>>,
    standard: Arc<IdentitySettings>,
}

impl Plan {
    /// The settings as they are stored.
    pub(crate) fn of(scopes: Vec<Scope>) -> Self {
        let plan = Self::default();
        for scope in scopes {
            plan.set(scope.id, scope.settings);
        }
        plan
    }

    /// The settings of a scope: its own, else the Default strategy (idsync.md 4).
    pub(crate) fn identity(&self, scope: ScopeId) -> Arc<IdentitySettings> {
        let scopes = self.scopes.read().unwrap_or_else(PoisonError::into_inner);
        scopes.get(&scope).unwrap_or(&self.standard).clone()
    }

    /// From the next group on, requests of the scope resolve like this.
    pub(crate) fn set(&self, scope: ScopeId, settings: IdentitySettings) {
        self.scopes.write().unwrap_or_else(PoisonError::into_inner).insert(scope, Arc::new(settings));
    }
}
