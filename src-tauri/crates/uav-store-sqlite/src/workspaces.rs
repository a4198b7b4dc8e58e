//! Workspaces.

use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use uav_core::{ScopeId, WorkspaceId};
use uav_store::{Result, StoreError, Workspace, WorkspaceStore};

use crate::SqliteStore;
use crate::error::{is_taken, while_doing};
use crate::sql::value;

#[async_trait]
impl WorkspaceStore for SqliteStore {
    async fn workspaces(&self) -> Result<Vec<Workspace>> {
        let rows = sqlx::query("SELECT id, name, scope, created FROM workspace ORDER BY id")
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading workspaces"))?;
        rows.iter().map(workspace).collect()
    }

    async fn create_workspace(&self, name: &str, scope: ScopeId, created_ms: i64) -> Result<Workspace> {
        let mut writer = self.writer.lock().await;
        let made = sqlx::query(
            "INSERT INTO workspace (name, scope, created) VALUES (?,?,?) RETURNING id, name, scope, created",
        )
        .bind(name)
        .bind(scope.0)
        .bind(created_ms)
        .fetch_one(&mut *writer)
        .await;
        workspace(&made.map_err(|fault| taken(name, fault))?)
    }

    async fn rename_workspace(&self, id: WorkspaceId, name: &str) -> Result<Workspace> {
        let mut writer = self.writer.lock().await;
        let renamed = sqlx::query("UPDATE workspace SET name = ? WHERE id = ? RETURNING id, name, scope, created")
            .bind(name)
            .bind(id.0)
            .fetch_optional(&mut *writer)
            .await
            .map_err(|fault| taken(name, fault))?;
        let renamed = renamed.ok_or_else(|| StoreError::NotFound { what: format!("workspace {id}") })?;
        workspace(&renamed)
    }
}

fn taken(name: &str, fault: sqlx::Error) -> StoreError {
    if is_taken(&fault) {
        StoreError::Exists { what: format!("a workspace named \"{name}\"") }
    } else {
        while_doing("writing a workspace")(fault)
    }
}

fn workspace(row: &SqliteRow) -> Result<Workspace> {
    Ok(Workspace {
        id: WorkspaceId(value(row, 0)?),
        name: value(row, 1)?,
        scope: ScopeId(value(row, 2)?),
        created_ms: value(row, 3)?,
    })
}
