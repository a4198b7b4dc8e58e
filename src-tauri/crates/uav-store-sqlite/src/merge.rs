//! Putting the small rows of append-only tables together, so that a start reads few large ones. A few rows at a time:
//! memory does not grow with the table.

use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
use uav_store::Result;

use crate::error::while_doing;

/// Small rows beyond which they are put together.
const SMALL_ROWS_MAX: i64 = 256;
/// How large the rows become.
const MERGED_BYTES: usize = 1 << 20;
/// Rows that are in memory at once.
const ROWS_AT_ONCE: u32 = 64;

/// A row: its place, and what stands in it.
type Row = (i64, Vec<u8>);

/// Puts the rows of a table together if many are small. What stands in them keeps its order.
pub(crate) async fn merge_small_rows(connection: &mut SqliteConnection, table: &'static str) -> Result<()> {
    let count = format!("SELECT count(*) FROM {table} WHERE length(body) < {MERGED_BYTES} / 2");
    let small: i64 = sqlx::query_scalar(AssertSqlSafe(count))
        .fetch_one(&mut *connection)
        .await
        .map_err(while_doing("counting small rows"))?;
    if small <= SMALL_ROWS_MAX {
        return Ok(());
    }
    let mut from = Some(i64::MIN);
    while let Some(place) = from {
        from = merge_some(connection, table, place).await?;
    }
    Ok(())
}

/// Puts rows together from a place on. Returns where to go on: at the last row that came of it, which may take more.
async fn merge_some(connection: &mut SqliteConnection, table: &'static str, from: i64) -> Result<Option<i64>> {
    let doing = || while_doing("putting small rows together");
    let some = format!("SELECT ord, body FROM {table} WHERE ord >= ? ORDER BY ord LIMIT {ROWS_AT_ONCE}");
    let rows: Vec<Row> =
        sqlx::query_as(AssertSqlSafe(some)).bind(from).fetch_all(&mut *connection).await.map_err(doing())?;
    let (count, Some((first, _)), Some((last, _))) = (rows.len(), rows.first(), rows.last()) else { return Ok(None) };
    let (first, last) = (*first, *last);
    let merged = merged(rows);
    let next = merged.last().map(|(place, _)| *place).filter(|_| count == ROWS_AT_ONCE as usize);
    if merged.len() == count {
        return Ok(next);
    }
    let mut transaction = connection.begin().await.map_err(doing())?;
    sqlx::query(AssertSqlSafe(format!("DELETE FROM {table} WHERE ord BETWEEN ? AND ?")))
        .bind(first)
        .bind(last)
        .execute(&mut *transaction)
        .await
        .map_err(doing())?;
    for (place, body) in merged {
        sqlx::query(AssertSqlSafe(format!("INSERT INTO {table} (ord, body) VALUES (?, ?)")))
            .bind(place)
            .bind(body)
            .execute(&mut *transaction)
            .await
            .map_err(doing())?;
    }
    transaction.commit().await.map_err(doing())?;
    Ok(next)
}

/// Neighbours in one row, as far as it does not become too long; it keeps the place of its first.
fn merged(rows: Vec<Row>) -> Vec<Row> {
    let mut merged: Vec<Row> = Vec::new();
    for (place, body) in rows {
        match merged.last_mut() {
            Some((_, held)) if held.len() + body.len() <= MERGED_BYTES => held.extend_from_slice(&body),
            _ => merged.push((place, body)),
        }
    }
    merged
}
