//! Aliases and their copies.

use async_trait::async_trait;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;
use uav_core::{Alias, AliasState, ProfileKey, Seq};
use uav_store::{AliasStore, Result, SpanCopy};

use crate::SqliteStore;
use crate::error::{damaged, while_doing};
use crate::sql::{insert_rows, value};

const ONE: &str = "SELECT seq, source, destination, oldest, newest, device, asked, due, state, since
    FROM alias WHERE seq = ?";
const OF_PROFILE: &str = "SELECT seq, source, destination, oldest, newest, device, asked, due, state, since
    FROM alias WHERE source = ?1 OR destination = ?1 ORDER BY seq";
const WAITING: &str = "SELECT seq, source, destination, oldest, newest, device, asked, due, state, since
    FROM alias WHERE state = 0 ORDER BY due, seq LIMIT ?";

#[async_trait]
impl AliasStore for SqliteStore {
    async fn alias(&self, seq: Seq) -> Result<Option<Alias>> {
        let row = sqlx::query(ONE).bind(seq.0.cast_signed()).fetch_optional(&self.readers).await;
        row.map_err(while_doing("reading an alias"))?.as_ref().map(alias).transpose()
    }

    async fn aliases_of(&self, profile: ProfileKey) -> Result<Vec<Alias>> {
        let rows = sqlx::query(OF_PROFILE).bind(profile.0).fetch_all(&self.readers).await;
        rows.map_err(while_doing("reading aliases"))?.iter().map(alias).collect()
    }

    async fn waiting_aliases(&self, limit: u32) -> Result<Vec<Alias>> {
        let rows = sqlx::query(WAITING).bind(limit).fetch_all(&self.readers).await;
        rows.map_err(while_doing("reading aliases that wait"))?.iter().map(alias).collect()
    }
}

/// Writes aliases, and copies or the end of them, in the transaction of a group.
pub(crate) async fn write(connection: &mut SqliteConnection, aliases: &[Alias], copies: &[SpanCopy]) -> Result<()> {
    insert_rows(
        connection,
        "INSERT OR REPLACE INTO span (pid, newest, seq, oldest, alias)",
        5,
        "",
        copies,
        |statement, SpanCopy { profile, alias, span }| {
            let (seq, alias) = (span.seq.0.cast_signed(), alias.0.cast_signed());
            statement.bind(profile.0).bind(span.newest_ms).bind(seq).bind(span.oldest_ms).bind(alias)
        },
    )
    .await
    .map_err(while_doing("copying a timeline"))?;
    for undone in aliases.iter().filter(|alias| alias.state == AliasState::Undone) {
        sqlx::query("DELETE FROM span WHERE pid = ? AND newest BETWEEN ? AND ? AND alias = ?")
            .bind(undone.destination.0)
            .bind(undone.start_ms)
            .bind(undone.end_ms)
            .bind(undone.seq.0.cast_signed())
            .execute(&mut *connection)
            .await
            .map_err(while_doing("taking copies back"))?;
    }
    insert_rows(
        connection,
        "INSERT OR REPLACE INTO alias (seq, source, destination, oldest, newest, device, asked, due, state, since)",
        10,
        "",
        aliases,
        |statement, alias| {
            statement
                .bind(alias.seq.0.cast_signed())
                .bind(alias.source.0)
                .bind(alias.destination.0)
                .bind(alias.start_ms)
                .bind(alias.end_ms)
                .bind(alias.device.as_deref())
                .bind(alias.asked_ms)
                .bind(alias.due_ms)
                .bind(alias.state.number())
                .bind(alias.state_ms)
        },
    )
    .await
    .map_err(while_doing("writing aliases"))
}

fn alias(row: &SqliteRow) -> Result<Alias> {
    let state: u8 = value(row, 8)?;
    Ok(Alias {
        seq: Seq(value::<i64>(row, 0)?.cast_unsigned()),
        source: ProfileKey(value(row, 1)?),
        destination: ProfileKey(value(row, 2)?),
        start_ms: value(row, 3)?,
        end_ms: value(row, 4)?,
        device: value::<Option<String>>(row, 5)?.map(String::into_boxed_str),
        asked_ms: value(row, 6)?,
        due_ms: value(row, 7)?,
        state: AliasState::from_number(state).ok_or_else(|| damaged(format!("an alias in state {state}")))?,
        state_ms: value(row, 9)?,
    })
}
