//! Many rows with one statement: the only way in which sqlx costs nothing (a hop to its thread for each statement).

use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Decode, Row, Sqlite, SqliteConnection, Type};
use uav_store::Result;

use crate::error::while_doing;

/// Rows a statement. A few sizes only, so that each is prepared once; each is a few of the next, so that a small group takes
/// few statements too.
const SIZES: &[usize] = &[200, 50, 16, 4, 1];

/// One statement and its values.
pub(crate) type Statement<'q> = Query<'q, Sqlite, SqliteArguments>;

/// Inserts rows: `head` is all up to `VALUES`, `tail` what follows the rows. `bind` binds the values of a row.
pub(crate) async fn insert_rows<T>(
    connection: &mut SqliteConnection,
    head: &str,
    columns: usize,
    tail: &str,
    rows: &[T],
    bind: impl for<'q> Fn(Statement<'q>, &'q T) -> Statement<'q>,
) -> std::result::Result<(), sqlx::Error> {
    let mut rest = rows;
    for size in SIZES {
        while rest.len() >= *size {
            let (now, later) = rest.split_at(*size);
            rest = later;
            let text = values_statement(head, columns, tail, *size);
            let mut statement = sqlx::query(AssertSqlSafe(text));
            for row in now {
                statement = bind(statement, row);
            }
            statement.execute(&mut *connection).await?;
        }
    }
    Ok(())
}

fn values_statement(head: &str, columns: usize, tail: &str, rows: usize) -> String {
    let row = format!("({})", vec!["?"; columns].join(","));
    format!("{head} VALUES {}{tail}", vec![row.as_str(); rows].join(","))
}

/// A value of a row; one of another type is damage.
pub(crate) fn value<'r, T: Decode<'r, Sqlite> + Type<Sqlite>>(row: &'r SqliteRow, column: usize) -> Result<T> {
    row.try_get(column).map_err(while_doing("reading a row"))
}

/// A JSON array of numbers, for `json_each`.
pub(crate) fn json_array(numbers: impl Iterator<Item = i64>) -> String {
    let mut text = String::from("[");
    for (place, number) in numbers.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&number.to_string());
    }
    text.push(']');
    text
}
