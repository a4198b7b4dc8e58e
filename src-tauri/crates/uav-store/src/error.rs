//! How asking a store can fail.

/// Why a store did not do what was asked. What it says is for people; the case is for code.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another engine has the store open.
    #[error("{path} is open in another program: close that one first, or choose another --data")]
    InUse {
        /// The store's file.
        path: String,
    },
    /// The store was written by a newer version of the program.
    #[error("the data was written by a newer version (format {found}, this program knows {known})")]
    TooNew {
        /// The format found.
        found: i64,
        /// The newest format that this program reads.
        known: i64,
    },
    /// There is no such thing.
    #[error("there is no {what}")]
    NotFound {
        /// What was asked for: `workspace 3`.
        what: String,
    },
    /// There is one already.
    #[error("{what} exists already")]
    Exists {
        /// What stands in the way: `a workspace named "Shop"`.
        what: String,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// What was read cannot be right.
    #[error("the data is damaged: {what}")]
    Damaged {
        /// What and where.
        what: String,
    },
    /// Anything else that the storage below reports.
    #[error("{what}: {source}")]
    Other {
        /// What was being done.
        what: &'static str,
        /// What was reported.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}
