//! Import jobs and refused lines.

use async_trait::async_trait;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;
use uav_core::InputId;
use uav_store::{
    ImportId, ImportRecord, ImportState, ImportStore, NETWORK_REFUSALS_MAX, RefusalPage, RefusalRecord, Result,
};

use crate::SqliteStore;
use crate::error::{damaged, while_doing};
use crate::sql::value;

const COLUMNS: &str = "id, name, source, state, total, done, lines, accepted, duplicates, refused, remarks, events, \
                       created, updated, started, finished, fault";

/// Writes an import, new or changed.
pub(crate) async fn put(connection: &mut SqliteConnection, import: &ImportRecord) -> Result<()> {
    let numbers = [
        import.total,
        import.done,
        import.lines,
        import.accepted,
        import.duplicates,
        import.refused,
        import.remarks,
        import.events,
        import.created,
        import.updated,
    ];
    let statement = format!("INSERT OR REPLACE INTO import ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    let mut statement = sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(import.id.0.cast_signed())
        .bind(&*import.name)
        .bind(&*import.source)
        .bind(state_number(import.state));
    for number in numbers {
        statement = statement.bind(number.cast_signed());
    }
    statement
        .bind(import.started_ms)
        .bind(import.finished_ms)
        .bind(import.fault.as_deref())
        .execute(connection)
        .await
        .map_err(while_doing("writing an import"))?;
    Ok(())
}

#[async_trait]
impl ImportStore for SqliteStore {
    async fn put_import(&self, import: &ImportRecord) -> Result<()> {
        let mut writer = self.writer.lock().await;
        put(&mut writer, import).await
    }

    async fn import(&self, id: ImportId) -> Result<Option<ImportRecord>> {
        let statement = format!("SELECT {COLUMNS} FROM import WHERE id = ?");
        let row = sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(id.0.cast_signed())
            .fetch_optional(&self.readers)
            .await
            .map_err(while_doing("reading an import"))?;
        row.as_ref().map(record).transpose()
    }

    async fn imports(&self, before: Option<ImportId>, limit: u32) -> Result<Vec<ImportRecord>> {
        let statement = format!("SELECT {COLUMNS} FROM import WHERE id < ? ORDER BY id DESC LIMIT ?");
        let rows = sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(before.map_or(i64::MAX, |id| id.0.cast_signed()))
            .bind(limit)
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading imports"))?;
        rows.iter().map(record).collect()
    }

    async fn refusals(
        &self,
        import: Option<ImportId>,
        reason: Option<&str>,
        after: Option<u64>,
        limit: u32,
    ) -> Result<RefusalPage> {
        const BY_REASON: &str =
            "SELECT id, import, received, line, reason, path, detail, whole, text, input FROM refusal
            WHERE import = ?1 AND reason = ?4 AND id > ?2 ORDER BY id LIMIT ?3";
        const ALL: &str = "SELECT id, import, received, line, reason, path, detail, whole, text, input FROM refusal
            WHERE import = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
        let rows = sqlx::query(if reason.is_some() { BY_REASON } else { ALL })
            .bind(import.map_or(0, |id| id.0.cast_signed()))
            .bind(after.unwrap_or_default().cast_signed())
            .bind(limit)
            .bind(reason)
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading refused lines"))?;
        page_of(&rows, limit)
    }

    async fn refusal_counts(&self, import: Option<ImportId>) -> Result<Vec<(String, u64)>> {
        let counts: Vec<(String, i64)> =
            sqlx::query_as("SELECT reason, count(*) FROM refusal WHERE import = ? GROUP BY reason ORDER BY reason")
                .bind(import.map_or(0, |id| id.0.cast_signed()))
                .fetch_all(&self.readers)
                .await
                .map_err(while_doing("counting refused lines"))?;
        Ok(counts.into_iter().map(|(reason, count)| (reason, count.cast_unsigned())).collect())
    }

    async fn network_refusals(&self, input: Option<InputId>, before: Option<u64>, limit: u32) -> Result<RefusalPage> {
        const ALL: &str = "SELECT id, import, received, line, reason, path, detail, whole, text, input FROM refusal
            WHERE import = 0 AND id < ?1 ORDER BY id DESC LIMIT ?2";
        const OF_INPUT: &str =
            "SELECT id, import, received, line, reason, path, detail, whole, text, input FROM refusal
            WHERE import = 0 AND id < ?1 AND input = ?3 ORDER BY id DESC LIMIT ?2";
        let rows = sqlx::query(if input.is_some() { OF_INPUT } else { ALL })
            .bind(before.and_then(|before| i64::try_from(before).ok()).unwrap_or(i64::MAX))
            .bind(limit)
            .bind(input.map(|input| input.0))
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading what the network was refused"))?;
        page_of(&rows, limit)
    }
}

/// A page of refusals out of rows, at most `limit` of them.
fn page_of(rows: &[SqliteRow], limit: u32) -> Result<RefusalPage> {
    let last = rows.last().filter(|_| rows.len() == limit as usize);
    let next = last.map(|row| value::<i64>(row, 0)).transpose()?.map(i64::cast_unsigned);
    Ok(RefusalPage { refusals: rows.iter().map(refusal).collect::<Result<_>>()?, next })
}

fn refusal(row: &SqliteRow) -> Result<RefusalRecord> {
    let import: i64 = value(row, 1)?;
    let input: u32 = value(row, 9)?;
    Ok(RefusalRecord {
        import: (import != 0).then(|| ImportId(import.cast_unsigned())),
        received_ms: value(row, 2)?,
        line: value::<i64>(row, 3)?.cast_unsigned(),
        reason: value(row, 4)?,
        path: value(row, 5)?,
        detail: value(row, 6)?,
        whole: value(row, 7)?,
        text: value(row, 8)?,
        input: (input != 0).then_some(InputId(input)),
    })
}

/// Keeps the newest refusals of the network only.
pub(crate) async fn forget_old_network_refusals(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query(
        "DELETE FROM refusal WHERE import = 0 AND id <= (SELECT id FROM refusal
            WHERE import = 0 ORDER BY id DESC LIMIT 1 OFFSET ?)",
    )
    .bind(NETWORK_REFUSALS_MAX.cast_signed())
    .execute(connection)
    .await
    .map_err(while_doing("forgetting old refusals"))?;
    Ok(())
}

const fn state_number(state: ImportState) -> u8 {
    match state {
        ImportState::Running => 0,
        ImportState::Paused => 1,
        ImportState::Done => 2,
        ImportState::Cancelled => 3,
        ImportState::Failed => 4,
    }
}

fn state(number: i64) -> Result<ImportState> {
    Ok(match number {
        0 => ImportState::Running,
        1 => ImportState::Paused,
        2 => ImportState::Done,
        3 => ImportState::Cancelled,
        4 => ImportState::Failed,
        other => return Err(damaged(format!("an import in state {other}"))),
    })
}

fn record(row: &SqliteRow) -> Result<ImportRecord> {
    let number = |column| value(row, column).map(i64::cast_unsigned);
    Ok(ImportRecord {
        id: ImportId(number(0)?),
        name: value(row, 1)?,
        source: value(row, 2)?,
        state: state(value(row, 3)?)?,
        total: number(4)?,
        done: number(5)?,
        lines: number(6)?,
        accepted: number(7)?,
        duplicates: number(8)?,
        refused: number(9)?,
        remarks: number(10)?,
        events: number(11)?,
        created: number(12)?,
        updated: number(13)?,
        started_ms: value(row, 14)?,
        finished_ms: value(row, 15)?,
        fault: value(row, 16)?,
    })
}
