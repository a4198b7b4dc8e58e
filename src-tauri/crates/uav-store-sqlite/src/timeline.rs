//! Reading the log.

use async_trait::async_trait;
use futures_util::TryStreamExt;
use sqlx::sqlite::SqliteRow;
use uav_core::batch::Door;
use uav_core::{InputId, ProfileKey, Receipt, Seq, WorkspaceId};
use uav_store::{EntryKind, Result, Span, SpanQuery, StoredEntry, TimelineStore};

use crate::error::{damaged, while_doing};
use crate::sql::{json_array, value};
use crate::{SqliteStore, pack};

const ASCENDING: &str = "SELECT newest, seq, oldest, alias FROM span
    WHERE pid = ?1 AND newest BETWEEN ?2 AND ?3 AND (newest, seq) > (?4, ?5)
    ORDER BY newest, seq LIMIT ?6";
const DESCENDING: &str = "SELECT newest, seq, oldest, alias FROM span
    WHERE pid = ?1 AND newest BETWEEN ?2 AND ?3 AND (newest, seq) < (?4, ?5)
    ORDER BY newest DESC, seq DESC LIMIT ?6";
const COLUMNS: &str = "seq, pid, received, input, workspace, door, form, body, kind, coalesce(first, pid)";

#[async_trait]
impl TimelineStore for SqliteStore {
    async fn spans(&self, query: SpanQuery) -> Result<Vec<Span>> {
        let (statement, start) = match query.newest_first {
            true => (DESCENDING, (i64::MAX, i64::MAX)),
            false => (ASCENDING, (i64::MIN, i64::MIN)),
        };
        let after = query.after.map_or(start, |(newest, seq)| (newest, i64::try_from(seq.0).unwrap_or(i64::MAX)));
        let rows: Vec<(i64, i64, i64, i64)> = sqlx::query_as(statement)
            .bind(query.profile.0)
            .bind(query.from_ms)
            .bind(query.to_ms)
            .bind(after.0)
            .bind(after.1)
            .bind(query.limit)
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("reading the timeline"))?;
        let place = |number: i64| Seq(number.cast_unsigned());
        let span = |(newest_ms, seq, oldest_ms, alias): (i64, i64, i64, i64)| Span {
            seq: place(seq),
            oldest_ms,
            newest_ms,
            alias: (alias != 0).then_some(place(alias)),
        };
        Ok(rows.into_iter().map(span).collect())
    }

    async fn entries(&self, seqs: &[Seq]) -> Result<Vec<StoredEntry>> {
        let asked = json_array(seqs.iter().map(|seq| seq.0.cast_signed()));
        let statement =
            format!("SELECT {COLUMNS} FROM batch WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq");
        let mut rows = sqlx::query(sqlx::AssertSqlSafe(statement)).bind(asked).fetch(&self.readers);
        let mut found = Vec::with_capacity(seqs.len());
        while let Some(row) = rows.try_next().await.map_err(while_doing("reading batches"))? {
            found.push(entry(&row)?);
        }
        let place = |seq: &Seq| found.binary_search_by_key(seq, |entry| entry.receipt.seq).ok();
        Ok(seqs.iter().filter_map(place).filter_map(|place| found.get(place).cloned()).collect())
    }

    async fn entries_after(&self, after: Seq, limit: u32) -> Result<Vec<StoredEntry>> {
        let statement = format!("SELECT {COLUMNS} FROM batch WHERE seq > ? ORDER BY seq LIMIT ?");
        let mut rows =
            sqlx::query(sqlx::AssertSqlSafe(statement)).bind(after.0.cast_signed()).bind(limit).fetch(&self.readers);
        let mut found = Vec::new();
        while let Some(row) = rows.try_next().await.map_err(while_doing("reading batches"))? {
            found.push(entry(&row)?);
        }
        Ok(found)
    }
}

fn entry(row: &SqliteRow) -> Result<StoredEntry> {
    let door = match value::<i64>(row, 5)? {
        0 => Door::Server,
        1 => Door::Browser,
        2 => Door::Native,
        3 => Door::Partner,
        other => return Err(damaged(format!("a batch came through door {other}"))),
    };
    let kind: u8 = value(row, 8)?;
    let known = EntryKind::ALL.iter().copied().find(|known| known.number() == kind);
    Ok(StoredEntry {
        kind: known.ok_or_else(|| damaged(format!("an entry of kind {kind}")))?,
        receipt: Receipt {
            seq: Seq(value::<i64>(row, 0)?.cast_unsigned()),
            received_ms: value(row, 2)?,
            input: InputId(value(row, 3)?),
            workspace: WorkspaceId(value(row, 4)?),
            door,
        },
        profile: ProfileKey(value(row, 1)?),
        first: ProfileKey(value(row, 9)?),
        raw: pack::unpack(value(row, 6)?, value(row, 7)?)?,
    })
}
