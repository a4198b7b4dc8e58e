//! Inputs, their keys, and credentials.

use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use uav_core::batch::Environment;
use uav_core::{InputId, WorkspaceId};
use uav_store::{
    ApiCredential, Input, InputKey, InputKind, InputStore, NewApiCredential, NewInput, Result, StoreError,
};

use crate::SqliteStore;
use crate::error::{damaged, is_taken, while_doing};
use crate::sql::{json_array, value};

const INPUT: &str = "id, name, kind, platform, workspace, key_alone, created";
const KEY: &str = "key, input, environment, secret_hash, created, revoked";
const CREDENTIAL: &str = "client_id, name, secret_hash, created, revoked,
    (SELECT group_concat(value, ' ') FROM json_each(workspaces))";

#[async_trait]
impl InputStore for SqliteStore {
    async fn inputs(&self) -> Result<Vec<Input>> {
        let statement = format!("SELECT {INPUT} FROM input ORDER BY id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(statement))
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading inputs"))?;
        rows.iter().map(input).collect()
    }

    async fn create_input(&self, new: NewInput) -> Result<Input> {
        let statement = format!(
            "INSERT INTO input (name, kind, platform, workspace, key_alone, created) VALUES (?,?,?,?,?,?)
             RETURNING {INPUT}"
        );
        let mut writer = self.writer.lock().await;
        let made = sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(&*new.name)
            .bind(kind_number(new.kind))
            .bind(&*new.platform)
            .bind(new.workspace.0)
            .bind(new.key_alone)
            .bind(new.created_ms)
            .fetch_one(&mut *writer)
            .await;
        input(&made.map_err(|fault| taken(&new.name, fault))?)
    }

    async fn update_input(&self, id: InputId, name: &str, key_alone: bool) -> Result<Input> {
        let statement = format!("UPDATE input SET name = ?, key_alone = ? WHERE id = ? RETURNING {INPUT}");
        let mut writer = self.writer.lock().await;
        let updated = sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(name)
            .bind(key_alone)
            .bind(id.0)
            .fetch_optional(&mut *writer)
            .await
            .map_err(|fault| taken(name, fault))?;
        input(&updated.ok_or_else(|| StoreError::NotFound { what: format!("input {id}") })?)
    }

    async fn keys(&self) -> Result<Vec<InputKey>> {
        let statement = format!("SELECT {KEY} FROM input_key ORDER BY created, key");
        let rows = sqlx::query(sqlx::AssertSqlSafe(statement))
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading keys"))?;
        rows.iter().map(input_key).collect()
    }

    async fn create_key(&self, key: &InputKey) -> Result<()> {
        let mut writer = self.writer.lock().await;
        let made = sqlx::query(
            "INSERT INTO input_key (key, input, environment, secret_hash, created, revoked) VALUES (?,?,?,?,?,?)",
        )
        .bind(&*key.key)
        .bind(key.input.0)
        .bind(key.environment.map(|environment| u8::from(environment == Environment::Development)))
        .bind(&*key.secret_hash)
        .bind(key.created_ms)
        .bind(key.revoked_ms)
        .execute(&mut *writer)
        .await;
        match made {
            Ok(_) => Ok(()),
            Err(fault) if is_taken(&fault) => Err(StoreError::Exists { what: format!("the key {}", key.key) }),
            Err(fault) => Err(while_doing("keeping a key")(fault)),
        }
    }

    async fn revoke_key(&self, key: &str, revoked_ms: i64) -> Result<InputKey> {
        let statement = format!("UPDATE input_key SET revoked = coalesce(revoked, ?) WHERE key = ? RETURNING {KEY}");
        let mut writer = self.writer.lock().await;
        let revoked = sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(revoked_ms)
            .bind(key)
            .fetch_optional(&mut *writer)
            .await
            .map_err(while_doing("revoking a key"))?;
        input_key(&revoked.ok_or_else(|| StoreError::NotFound { what: format!("key {key}") })?)
    }

    async fn create_credential(&self, credential: &NewApiCredential) -> Result<()> {
        let workspaces = json_array(credential.workspaces.iter().map(|id| i64::from(id.0)));
        let mut writer = self.writer.lock().await;
        let made = sqlx::query(
            "INSERT INTO credential (client_id, name, secret_hash, workspaces, created, revoked) VALUES (?,?,?,?,?,?)",
        )
        .bind(&*credential.client_id)
        .bind(&*credential.name)
        .bind(&*credential.secret_hash)
        .bind(workspaces)
        .bind(credential.created_ms)
        .bind(credential.revoked_ms)
        .execute(&mut *writer)
        .await;
        match made {
            Ok(_) => Ok(()),
            Err(fault) if is_taken(&fault) => {
                Err(StoreError::Exists { what: format!("the credential {}", credential.client_id) })
            }
            Err(fault) => Err(while_doing("keeping a credential")(fault)),
        }
    }

    async fn credentials(&self) -> Result<Vec<ApiCredential>> {
        let statement = format!("SELECT {CREDENTIAL} FROM credential ORDER BY created, client_id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(statement))
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading credentials"))?;
        rows.iter().map(credential).collect()
    }

    async fn revoke_credential(&self, client_id: &str, revoked_ms: i64) -> Result<ApiCredential> {
        let statement =
            format!("UPDATE credential SET revoked = coalesce(revoked, ?) WHERE client_id = ? RETURNING {CREDENTIAL}");
        let mut writer = self.writer.lock().await;
        let revoked = sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(revoked_ms)
            .bind(client_id)
            .fetch_optional(&mut *writer)
            .await
            .map_err(while_doing("revoking a credential"))?;
        credential(&revoked.ok_or_else(|| StoreError::NotFound { what: format!("credential {client_id}") })?)
    }
}

fn taken(name: &str, fault: sqlx::Error) -> StoreError {
    if is_taken(&fault) {
        StoreError::Exists { what: format!("an input named \"{name}\"") }
    } else {
        while_doing("writing an input")(fault)
    }
}

const fn kind_number(kind: InputKind) -> u8 {
    match kind {
        InputKind::Platform => 0,
        InputKind::CustomFeed => 1,
        InputKind::PartnerFeed => 2,
        InputKind::File => 3,
    }
}

fn kind(number: u8) -> Result<InputKind> {
    Ok(match number {
        0 => InputKind::Platform,
        1 => InputKind::CustomFeed,
        2 => InputKind::PartnerFeed,
        3 => InputKind::File,
        other => return Err(damaged(format!("an input of kind {other}"))),
    })
}

fn input(row: &SqliteRow) -> Result<Input> {
    Ok(Input {
        id: InputId(value(row, 0)?),
        name: value(row, 1)?,
        kind: kind(value(row, 2)?)?,
        platform: value(row, 3)?,
        workspace: WorkspaceId(value(row, 4)?),
        key_alone: value(row, 5)?,
        created_ms: value(row, 6)?,
    })
}

fn input_key(row: &SqliteRow) -> Result<InputKey> {
    let environment = |number: i64| if number == 0 { Environment::Production } else { Environment::Development };
    Ok(InputKey {
        key: value(row, 0)?,
        input: InputId(value(row, 1)?),
        environment: value::<Option<i64>>(row, 2)?.map(environment),
        secret_hash: value(row, 3)?,
        created_ms: value(row, 4)?,
        revoked_ms: value(row, 5)?,
    })
}

fn credential(row: &SqliteRow) -> Result<ApiCredential> {
    let workspaces: Option<String> = value(row, 5)?;
    let workspaces = workspaces.unwrap_or_default();
    Ok(ApiCredential {
        client_id: value(row, 0)?,
        name: value(row, 1)?,
        secret_hash: value(row, 2)?,
        workspaces: workspaces.split_ascii_whitespace().filter_map(|id| id.parse().ok().map(WorkspaceId)).collect(),
        created_ms: value(row, 3)?,
        revoked_ms: value(row, 4)?,
    })
}
