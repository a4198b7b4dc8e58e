//! How asking the engine can fail: the cases are what a caller can act upon.

use uav_store::StoreError;

use crate::imports::{RecordError, SourceError};

/// Why the engine did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// There is no such thing.
    #[error("there is no {0}")]
    NotFound(String),
    /// What was asked for makes no sense; the path names the place in the request.
    #[error("{path}: {detail}")]
    Invalid {
        /// The place in the request.
        path: &'static str,
        /// What is wrong with it.
        detail: String,
    },
    /// It cannot be done in the state that things are in.
    #[error("{0}")]
    Conflict(String),
    /// More comes in than can be stored; try again soon.
    #[error("the engine is busy: try again in a moment")]
    Busy,
    /// The engine is stopping.
    #[error("the engine is stopping")]
    Stopping,
    /// An import's source cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// An import's source cannot be read on.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The store reports a fault.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The result of asking the engine.
pub type Result<T> = std::result::Result<T, EngineError>;
