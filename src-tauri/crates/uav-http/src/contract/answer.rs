//! Answers in the forms that the contract documents.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use uav_core::Refusal;
use uav_engine::EngineError;

/// The one code of the documented error body (events.md 3.2).
pub(crate) const BAD_REQUEST: &str = "BAD_REQUEST";

/// JSON with a status.
pub(crate) fn json(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}

/// The documented error body: `{"errors":[{"code","message"}]}`.
pub(crate) fn errors(status: StatusCode, code: &str, messages: &[String]) -> Response {
    json(status, uav_wire::errors_body(code, messages))
}

/// One thing is wrong with the request.
pub(crate) fn bad_request(message: impl Into<String>) -> Response {
    errors(StatusCode::BAD_REQUEST, BAD_REQUEST, &[message.into()])
}

/// All that is wrong with what the request carries.
pub(crate) fn refused(refusals: &[Refusal]) -> Response {
    errors(StatusCode::BAD_REQUEST, BAD_REQUEST, &messages(refusals))
}

/// Each refusal in words: its place, then what is wrong there.
pub(crate) fn messages(refusals: &[Refusal]) -> Vec<String> {
    refusals.iter().map(Refusal::to_string).collect()
}

/// Taken in, with nothing to say (events.md 3.1).
pub(crate) fn accepted() -> Response {
    StatusCode::ACCEPTED.into_response()
}

/// It cannot be stored or read now; the sender keeps it and comes again.
pub(crate) fn unavailable(fault: &EngineError) -> Response {
    if !matches!(fault, EngineError::Busy | EngineError::Stopping) {
        tracing::error!("a request was not served: {fault}");
    }
    errors(StatusCode::SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE", &["try again in a moment".to_owned()])
}
