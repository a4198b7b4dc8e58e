//! Workspaces.

use async_trait::async_trait;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use uav_core::{ScopeId, WorkspaceId};
use uav_store::{Result, StoreError, Workspace, WorkspaceStore};

use crate::SqliteStore;
use crate::error::{is_taken, while_doing};

#[async_trait]
impl WorkspaceStore for SqliteStore {
    async fn workspaces(&self) -> Result<Vec<Workspace>> {
        let rows = sqlx::query("SELECT id, name, scope, created FROM workspace ORDER BY id")
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading workspaces"))?;
        Ok(rows.iter().map(workspace).collect())
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
        made.map(|row| workspace(&row)).map_err(|fault| taken(name, fault))
    }

    async fn rename_workspace(&self, id: WorkspaceId, name: &str) -> Result<Workspace> {
        let mut writer = self.writer.lock().await;
        let renamed = sqlx::query("UPDATE workspace SET name = ? WHERE id = ? RETURNING id, name, scope, created")
            .bind(name)
            .bind(id.0)
            .fetch_optional(&mut *writer)
            .await
            .map_err(|fault| taken(name, fault))?;
        renamed.map(|row| workspace(&row)).ok_or_else(|| StoreError::NotFound { what: format!("workspace {id}") })
    }
}

fn taken(name: &str, fault: sqlx::Error) -> StoreError {
    if is_taken(&fault) {
        StoreError::Exists { what: format!("a workspace named \"{name}\"") }
    } else {
        while_doing("writing a workspace")(fault)
    }
}

fn workspace(row: &SqliteRow) -> Workspace {
    Workspace { id: WorkspaceId(row.get(0)), name: row.get(1), scope: ScopeId(row.get(2)), created_ms: row.get(3) }
}
