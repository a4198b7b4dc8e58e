//! Inputs and credentials.

use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use uav_core::batch::Environment;
use uav_core::{InputId, WorkspaceId};
use uav_store::{ApiCredential, Input, InputKind, InputStore, NewApiCredential, NewInput, Result, StoreError};

use crate::SqliteStore;
use crate::error::{damaged, is_taken, while_doing};
use crate::sql::{json_array, value};

const COLUMNS: &str = "id, name, kind, platform, workspace, environment, key, secret_hash, created, revoked";

#[async_trait]
impl InputStore for SqliteStore {
    async fn inputs(&self) -> Result<Vec<Input>> {
        let statement = format!("SELECT {COLUMNS} FROM input ORDER BY id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(statement))
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading inputs"))?;
        rows.iter().map(input).collect()
    }

    async fn create_input(&self, new: NewInput) -> Result<Input> {
        let statement = format!(
            "INSERT INTO input (name, kind, platform, workspace, environment, key, secret_hash, created)
             VALUES (?,?,?,?,?,?,?,?) RETURNING {COLUMNS}"
        );
        let mut writer = self.writer.lock().await;
        let made = sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(&*new.name)
            .bind(kind_number(new.kind))
            .bind(&*new.platform)
            .bind(new.workspace.0)
            .bind(new.environment.map(|environment| u8::from(environment == Environment::Development)))
            .bind(new.key.as_deref())
            .bind(new.secret_hash.as_deref())
            .bind(new.created_ms)
            .fetch_one(&mut *writer)
            .await;
        match made {
            Ok(row) => input(&row),
            Err(fault) if is_taken(&fault) => {
                Err(StoreError::Exists { what: format!("an input named \"{}\", or with its key,", new.name) })
            }
            Err(fault) => Err(while_doing("making an input")(fault)),
        }
    }

    async fn create_credential(&self, credential: &NewApiCredential) -> Result<()> {
        let workspaces = json_array(credential.workspaces.iter().map(|id| i64::from(id.0)));
        let mut writer = self.writer.lock().await;
        let made = sqlx::query(
            "INSERT INTO credential (client_id, secret_hash, workspaces, created, revoked) VALUES (?,?,?,?,?)",
        )
        .bind(&*credential.client_id)
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
        let rows = sqlx::query(
            "SELECT client_id, secret_hash, created, revoked,
                    (SELECT group_concat(value, ' ') FROM json_each(workspaces)) FROM credential ORDER BY created, client_id",
        )
        .fetch_all(&self.readers)
        .await
        .map_err(while_doing("reading credentials"))?;
        let credential = |row: &SqliteRow| -> Result<ApiCredential> {
            Ok(ApiCredential {
                client_id: value(row, 0)?,
                secret_hash: value(row, 1)?,
                workspaces: value::<Option<String>>(row, 4)?
                    .unwrap_or_default()
                    .split_ascii_whitespace()
                    .filter_map(|id| id.parse().ok().map(WorkspaceId))
                    .collect(),
                created_ms: value(row, 2)?,
                revoked_ms: value(row, 3)?,
            })
        };
        rows.iter().map(credential).collect()
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
    let environment = |number: i64| if number == 0 { Environment::Production } else { Environment::Development };
    Ok(Input {
        id: InputId(value(row, 0)?),
        name: value(row, 1)?,
        kind: kind(value(row, 2)?)?,
        platform: value(row, 3)?,
        workspace: WorkspaceId(value(row, 4)?),
        environment: value::<Option<i64>>(row, 5)?.map(environment),
        key: value(row, 6)?,
        secret_hash: value(row, 7)?,
        created_ms: value(row, 8)?,
        revoked_ms: value(row, 9)?,
    })
}
