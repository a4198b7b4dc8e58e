//! sqlx's errors as the port's.

use uav_store::StoreError;

/// Puts what was being done beside what sqlx reports.
pub(crate) fn while_doing(what: &'static str) -> impl FnOnce(sqlx::Error) -> StoreError {
    move |fault| {
        let code = fault.as_database_error().and_then(sqlx::error::DatabaseError::code);
        let primary = code.as_deref().and_then(|code| code.parse::<i64>().ok()).map(|code| code & 0xff);
        let misread = matches!(fault, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_));
        match primary {
            _ if misread => StoreError::Damaged { what: format!("{what}: {fault}") },
            Some(13) => StoreError::Full,
            Some(11 | 26) => StoreError::Damaged { what: format!("{what}: {fault}") },
            _ => StoreError::Other { what, source: Box::new(fault) },
        }
    }
}

/// A value in the file that cannot be right.
pub(crate) fn damaged(what: impl Into<String>) -> StoreError {
    StoreError::Damaged { what: what.into() }
}

/// Whether a statement failed because a value that must be unique is there already.
pub(crate) fn is_taken(fault: &sqlx::Error) -> bool {
    fault.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
