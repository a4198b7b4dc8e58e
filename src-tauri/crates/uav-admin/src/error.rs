//! What a command answers when it cannot do what was asked.

use serde::Serialize;
use ts_rs::TS;

/// One fault of a request, at a place in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldFault {
    /// The path into the request: `filter.names[3]`.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

/// Why a command failed, in the form of RFC 9457 (problem details).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
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
