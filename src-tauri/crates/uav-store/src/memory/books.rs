//! Imports, refusals, inputs, credentials, workspaces.

use std::collections::BTreeMap;

use async_trait::async_trait;
use uav_core::{InputId, ScopeId, WorkspaceId};

use super::MemoryStore;
use crate::{
    ApiCredential, ImportId, ImportRecord, ImportStore, Input, InputStore, NewApiCredential, NewInput, RefusalPage,
    Result, StoreError, Workspace, WorkspaceStore,
};

#[async_trait]
impl ImportStore for MemoryStore {
    async fn put_import(&self, import: &ImportRecord) -> Result<()> {
        self.state().imports.insert(import.id, import.clone());
        Ok(())
    }

    async fn import(&self, id: ImportId) -> Result<Option<ImportRecord>> {
        Ok(self.state().imports.get(&id).cloned())
    }

    async fn imports(&self, before: Option<ImportId>, limit: u32) -> Result<Vec<ImportRecord>> {
        let state = self.state();
        let older = state.imports.values().rev().filter(|import| before.is_none_or(|before| import.id < before));
        Ok(older.take(limit as usize).cloned().collect())
    }

    async fn refusals(
        &self,
        import: Option<ImportId>,
        reason: Option<&str>,
        after: Option<u64>,
        limit: u32,
    ) -> Result<RefusalPage> {
        let state = self.state();
        let page: Vec<_> = (1u64..)
            .zip(&state.refusals)
            .filter(|(_, refusal)| refusal.import == import && reason.is_none_or(|reason| reason == refusal.reason))
            .filter(|(place, _)| after.is_none_or(|after| *place > after))
            .take(limit as usize)
            .collect();
        let next = page.last().filter(|_| page.len() == limit as usize).map(|(place, _)| *place);
        Ok(RefusalPage { refusals: page.into_iter().map(|(_, refusal)| refusal.clone()).collect(), next })
    }

    async fn refusal_counts(&self, import: Option<ImportId>) -> Result<Vec<(String, u64)>> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for refusal in self.state().refusals.iter().filter(|refusal| refusal.import == import) {
            *counts.entry(refusal.reason.clone()).or_default() += 1;
        }
        Ok(counts.into_iter().collect())
    }
}

#[async_trait]
impl InputStore for MemoryStore {
    async fn inputs(&self) -> Result<Vec<Input>> {
        Ok(self.state().inputs.clone())
    }

    async fn create_input(&self, new: NewInput) -> Result<Input> {
        let mut state = self.state();
        let taken = |input: &Input| {
            (input.workspace == new.workspace && input.name == new.name) || (new.key.is_some() && input.key == new.key)
        };
        if state.inputs.iter().any(taken) {
            return Err(StoreError::Exists { what: format!("an input named \"{}\", or with its key,", new.name) });
        }
        let id = InputId(state.inputs.last().map_or(0, |last| last.id.0) + 1);
        let NewInput { name, kind, platform, workspace, environment, key, secret_hash, created_ms } = new;
        let input =
            Input { id, name, kind, platform, workspace, environment, key, secret_hash, created_ms, revoked_ms: None };
        state.inputs.push(input.clone());
        Ok(input)
    }

    async fn create_credential(&self, credential: &NewApiCredential) -> Result<()> {
        let mut state = self.state();
        if state.credentials.iter().any(|held| held.client_id == credential.client_id) {
            return Err(StoreError::Exists { what: format!("the credential {}", credential.client_id) });
        }
        state.credentials.push(credential.clone());
        Ok(())
    }

    async fn credentials(&self) -> Result<Vec<ApiCredential>> {
        let mut credentials = self.state().credentials.clone();
        credentials.sort_by(|one, other| (one.created_ms, &one.client_id).cmp(&(other.created_ms, &other.client_id)));
        Ok(credentials)
    }
}

#[async_trait]
impl WorkspaceStore for MemoryStore {
    async fn workspaces(&self) -> Result<Vec<Workspace>> {
        Ok(self.state().workspaces.clone())
    }

    async fn create_workspace(&self, name: &str, scope: ScopeId, created_ms: i64) -> Result<Workspace> {
        let mut state = self.state();
        if state.workspaces.iter().any(|held| held.name == name) {
            return Err(taken(name));
        }
        let id = WorkspaceId(state.workspaces.last().map_or(0, |last| last.id.0) + 1);
        let workspace = Workspace { id, name: name.to_owned(), scope, created_ms };
        state.workspaces.push(workspace.clone());
        Ok(workspace)
    }

    async fn rename_workspace(&self, id: WorkspaceId, name: &str) -> Result<Workspace> {
        let mut state = self.state();
        let elsewhere = state.workspaces.iter().any(|held| held.id != id && held.name == name);
        let workspace = state.workspaces.iter_mut().find(|held| held.id == id);
        let workspace = workspace.ok_or_else(|| StoreError::NotFound { what: format!("workspace {id}") })?;
        if elsewhere {
            return Err(taken(name));
        }
        name.clone_into(&mut workspace.name);
        Ok(workspace.clone())
    }
}

fn taken(name: &str) -> StoreError {
    StoreError::Exists { what: format!("a workspace named \"{name}\"") }
}
