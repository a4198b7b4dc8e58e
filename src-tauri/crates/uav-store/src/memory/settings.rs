//! Inputs, keys, credentials, scopes, workspaces, settings.

use async_trait::async_trait;
use uav_core::identity::IdentitySettings;
use uav_core::{InputId, ScopeId, WorkspaceId};

use super::MemoryStore;
use crate::{
    ApiCredential, Input, InputKey, InputStore, NewApiCredential, NewInput, Result, Scope, ScopeStore, StoreError,
    Workspace, WorkspaceStore,
};

#[async_trait]
impl InputStore for MemoryStore {
    async fn inputs(&self) -> Result<Vec<Input>> {
        Ok(self.state().inputs.clone())
    }

    async fn create_input(&self, new: NewInput) -> Result<Input> {
        let mut state = self.state();
        if state.inputs.iter().any(|input| input.workspace == new.workspace && input.name == new.name) {
            return Err(taken("an input", &new.name));
        }
        let id = InputId(state.inputs.last().map_or(0, |last| last.id.0) + 1);
        let NewInput { name, kind, platform, workspace, key_alone, created_ms } = new;
        let input = Input { id, name, kind, platform, workspace, key_alone, created_ms };
        state.inputs.push(input.clone());
        Ok(input)
    }

    async fn update_input(&self, id: InputId, name: &str, key_alone: bool) -> Result<Input> {
        let mut state = self.state();
        let workspace = state.inputs.iter().find(|held| held.id == id).map(|held| held.workspace);
        let elsewhere =
            state.inputs.iter().any(|held| held.id != id && Some(held.workspace) == workspace && held.name == name);
        let input = state.inputs.iter_mut().find(|held| held.id == id);
        let input = input.ok_or_else(|| StoreError::NotFound { what: format!("input {id}") })?;
        if elsewhere {
            return Err(taken("an input", name));
        }
        name.clone_into(&mut input.name);
        input.key_alone = key_alone;
        Ok(input.clone())
    }

    async fn keys(&self) -> Result<Vec<InputKey>> {
        let mut keys = self.state().keys.clone();
        keys.sort_by(|one, other| (one.created_ms, &one.key).cmp(&(other.created_ms, &other.key)));
        Ok(keys)
    }

    async fn create_key(&self, key: &InputKey) -> Result<()> {
        let mut state = self.state();
        if state.keys.iter().any(|held| held.key == key.key) {
            return Err(StoreError::Exists { what: format!("the key {}", key.key) });
        }
        state.keys.push(key.clone());
        Ok(())
    }

    async fn revoke_key(&self, key: &str, revoked_ms: i64) -> Result<InputKey> {
        let mut state = self.state();
        let held = state.keys.iter_mut().find(|held| held.key == key);
        let held = held.ok_or_else(|| StoreError::NotFound { what: format!("key {key}") })?;
        held.revoked_ms.get_or_insert(revoked_ms);
        Ok(held.clone())
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

    async fn revoke_credential(&self, client_id: &str, revoked_ms: i64) -> Result<ApiCredential> {
        let mut state = self.state();
        let held = state.credentials.iter_mut().find(|held| held.client_id == client_id);
        let held = held.ok_or_else(|| StoreError::NotFound { what: format!("credential {client_id}") })?;
        held.revoked_ms.get_or_insert(revoked_ms);
        Ok(held.clone())
    }
}

#[async_trait]
impl ScopeStore for MemoryStore {
    async fn scopes(&self) -> Result<Vec<Scope>> {
        Ok(self.state().scopes.clone())
    }

    async fn create_scope(&self, name: &str, settings: &IdentitySettings, created_ms: i64) -> Result<Scope> {
        let mut state = self.state();
        if state.scopes.iter().any(|held| held.name == name) {
            return Err(taken("an identity scope", name));
        }
        let id = ScopeId(state.scopes.last().map_or(0, |last| last.id.0) + 1);
        let scope = Scope { id, name: name.to_owned(), settings: settings.clone(), created_ms };
        state.scopes.push(scope.clone());
        Ok(scope)
    }

    async fn update_scope(&self, id: ScopeId, name: &str, settings: &IdentitySettings) -> Result<Scope> {
        let mut state = self.state();
        let elsewhere = state.scopes.iter().any(|held| held.id != id && held.name == name);
        let scope = state.scopes.iter_mut().find(|held| held.id == id);
        let scope = scope.ok_or_else(|| StoreError::NotFound { what: format!("identity scope {id}") })?;
        if elsewhere {
            return Err(taken("an identity scope", name));
        }
        name.clone_into(&mut scope.name);
        scope.settings = settings.clone();
        Ok(scope.clone())
    }

    async fn setting(&self, name: &str) -> Result<Option<String>> {
        Ok(self.state().settings.get(name).cloned())
    }

    async fn put_setting(&self, name: &str, value: &str) -> Result<()> {
        self.state().settings.insert(name.to_owned(), value.to_owned());
        Ok(())
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
            return Err(taken("a workspace", name));
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
            return Err(taken("a workspace", name));
        }
        name.clone_into(&mut workspace.name);
        Ok(workspace.clone())
    }
}

fn taken(what: &str, name: &str) -> StoreError {
    StoreError::Exists { what: format!("{what} named \"{name}\"") }
}
