//! Identity scopes, and the settings of the whole installation.

use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use uav_core::ScopeId;
use uav_core::identity::IdentitySettings;
use uav_store::{Result, Scope, ScopeStore, StoreError};

use crate::SqliteStore;
use crate::error::{damaged, is_taken, while_doing};
use crate::sql::value;

#[async_trait]
impl ScopeStore for SqliteStore {
    async fn scopes(&self) -> Result<Vec<Scope>> {
        let rows = sqlx::query("SELECT id, name, settings, created FROM scope ORDER BY id")
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading identity scopes"))?;
        rows.iter().map(scope).collect()
    }

    async fn create_scope(&self, name: &str, settings: &IdentitySettings, created_ms: i64) -> Result<Scope> {
        let mut writer = self.writer.lock().await;
        let made = sqlx::query(
            "INSERT INTO scope (name, settings, created) VALUES (?,?,?) RETURNING id, name, settings, created",
        )
        .bind(name)
        .bind(written(settings)?)
        .bind(created_ms)
        .fetch_one(&mut *writer)
        .await;
        scope(&made.map_err(|fault| taken(name, fault))?)
    }

    async fn update_scope(&self, id: ScopeId, name: &str, settings: &IdentitySettings) -> Result<Scope> {
        let mut writer = self.writer.lock().await;
        let updated =
            sqlx::query("UPDATE scope SET name = ?, settings = ? WHERE id = ? RETURNING id, name, settings, created")
                .bind(name)
                .bind(written(settings)?)
                .bind(id.0)
                .fetch_optional(&mut *writer)
                .await
                .map_err(|fault| taken(name, fault))?;
        scope(&updated.ok_or_else(|| StoreError::NotFound { what: format!("identity scope {id}") })?)
    }

    async fn setting(&self, name: &str) -> Result<Option<String>> {
        sqlx::query_scalar("SELECT value FROM setting WHERE name = ?")
            .bind(name)
            .fetch_optional(&self.readers)
            .await
            .map_err(while_doing("reading a setting"))
    }

    async fn put_setting(&self, name: &str, value: &str) -> Result<()> {
        let mut writer = self.writer.lock().await;
        sqlx::query("INSERT OR REPLACE INTO setting (name, value) VALUES (?,?)")
            .bind(name)
            .bind(value)
            .execute(&mut *writer)
            .await
            .map_err(while_doing("writing a setting"))?;
        Ok(())
    }
}

/// Settings as JSON, so that a later version can tell what an earlier one meant.
fn written(settings: &IdentitySettings) -> Result<String> {
    serde_json::to_string(settings)
        .map_err(|fault| StoreError::Other { what: "writing identity settings", source: Box::new(fault) })
}

fn taken(name: &str, fault: sqlx::Error) -> StoreError {
    if is_taken(&fault) {
        StoreError::Exists { what: format!("an identity scope named \"{name}\"") }
    } else {
        while_doing("writing an identity scope")(fault)
    }
}

fn scope(row: &SqliteRow) -> Result<Scope> {
    let settings: Option<String> = value(row, 2)?;
    let settings = settings.map(|text| serde_json::from_str(&text)).transpose();
    Ok(Scope {
        id: ScopeId(value(row, 0)?),
        name: value(row, 1)?,
        settings: settings.map_err(|fault| damaged(format!("identity settings: {fault}")))?.unwrap_or_default(),
        created_ms: value(row, 3)?,
    })
}
