//! What a command answers when it cannot do what was asked.

use serde::Serialize;
use ts_rs::TS;
use uav_engine::EngineError;
use uav_store::StoreError;

/// One fault of a request, at a place in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldFault {
    /// The path into the request: `filter.names[3]`.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

/// Why a command failed, in the form of RFC 9457 (problem details).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{detail}")]
pub struct Problem {
    /// The kind of problem, as an address: `urn:uav:problem:not_found`.
    pub r#type: String,
    /// The kind in words.
    pub title: String,
    /// The HTTP status that goes with it.
    pub status: u16,
    /// What happened here.
    pub detail: String,
    /// The kind for machines; clients branch on this alone.
    pub code: String,
    /// The faults of the request, when that is the problem.
    pub fields: Vec<FieldFault>,
}

impl Problem {
    fn new(status: u16, code: &str, title: &str, detail: impl Into<String>) -> Self {
        Self {
            r#type: format!("urn:uav:problem:{code}"),
            title: title.to_owned(),
            status,
            detail: detail.into(),
            code: code.to_owned(),
            fields: Vec::new(),
        }
    }

    /// There is no such thing.
    #[must_use]
    pub fn not_found(what: &str) -> Self {
        Self::new(404, "not_found", "Not found", format!("There is no {what}."))
    }

    /// The request makes no sense as a whole.
    #[must_use]
    pub fn bad_request(what: &str, detail: &str) -> Self {
        Self::new(400, "bad_request", "The request is not understood", format!("{what}: {detail}"))
    }

    /// A field of the request makes no sense.
    #[must_use]
    pub fn invalid(path: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let mut problem = Self::new(422, "invalid", "The request has a fault", format!("{path}: {message}"));
        problem.fields = vec![FieldFault { path: path.to_owned(), message }];
        problem
    }

    /// It is not allowed from here.
    #[must_use]
    pub fn forbidden(detail: &str) -> Self {
        Self::new(403, "forbidden", "Not allowed", detail)
    }

    /// It cannot be done as things are.
    #[must_use]
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(409, "conflict", "Not possible now", detail)
    }

    /// It cannot be done for a while.
    #[must_use]
    pub fn unavailable(what: &str, detail: &str) -> Self {
        Self::new(503, "unavailable", "Not available now", format!("{what}: {detail}"))
    }

    /// Something is broken here.
    #[must_use]
    pub fn internal(detail: impl Into<String>) -> Self {
        Self::new(500, "internal", "Something is broken", detail)
    }
}

impl From<EngineError> for Problem {
    fn from(fault: EngineError) -> Self {
        match fault {
            EngineError::NotFound(what) => Self::not_found(&what),
            EngineError::Invalid { path, detail } => Self::invalid(path, detail),
            EngineError::Conflict(detail) => Self::conflict(detail),
            EngineError::Source(_) | EngineError::Record(_) => Self::invalid("source", fault.to_string()),
            EngineError::Busy | EngineError::Stopping => Self::unavailable("the engine", &fault.to_string()),
            EngineError::Store(fault) => Self::from(fault),
        }
    }
}

impl From<StoreError> for Problem {
    fn from(fault: StoreError) -> Self {
        match &fault {
            StoreError::NotFound { what } => Self::not_found(what),
            StoreError::Exists { .. } => Self::conflict(fault.to_string()),
            StoreError::InUse { .. } | StoreError::Full => Self::unavailable("the store", &fault.to_string()),
            StoreError::TooNew { .. } | StoreError::Damaged { .. } | StoreError::Other { .. } => {
                tracing::error!("the store failed: {fault}");
                Self::internal(fault.to_string())
            }
        }
    }
}
