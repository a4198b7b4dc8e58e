//! Entries that go to other profiles, because the log is resolved anew.

use sqlx::SqliteConnection;
use uav_store::{Move, Result};

use crate::error::while_doing;

/// The moves as rows of a query: a JSON list of (seq, from, to).
const MOVES: &str = "WITH moved (seq, gone, pid) AS MATERIALIZED
    (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))";

/// Gives entries to other profiles, with their pieces on the timeline.
pub(crate) async fn write(connection: &mut SqliteConnection, moves: &[Move]) -> Result<()> {
    if moves.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = moves.iter().map(|Move { seq, from, to }| format!("[{seq},{from},{to}]")).collect();
    let rows = format!("[{}]", rows.join(","));
    let statements = [
        "UPDATE batch SET first = coalesce(first, batch.pid), pid = moved.pid FROM moved WHERE batch.seq = moved.seq",
        "INSERT OR REPLACE INTO span (pid, newest, seq, oldest, alias)
            SELECT moved.pid, span.newest, span.seq, span.oldest, 0 FROM span JOIN moved USING (seq)
            WHERE span.pid = moved.gone AND span.alias = 0 AND span.pid IN (SELECT gone FROM moved)",
        "DELETE FROM span WHERE alias = 0 AND pid IN (SELECT gone FROM moved)
            AND EXISTS (SELECT 1 FROM moved WHERE moved.seq = span.seq AND moved.gone = span.pid)",
    ];
    for statement in statements {
        sqlx::query(sqlx::AssertSqlSafe(format!("{MOVES} {statement}")))
            .bind(&*rows)
            .execute(&mut *connection)
            .await
            .map_err(while_doing("giving entries to other profiles"))?;
    }
    Ok(())
}
