//! One route for the whole command table.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::Door;
use super::problem::ProblemAnswer;

/// `POST /api/rpc/{command}`: the body is the request, the answer is the view.
pub(crate) async fn call(State(door): State<Door>, Path(command): Path<String>, body: Bytes) -> Response {
    let body = if body.is_empty() { Bytes::from_static(b"{}") } else { body };
    match door.admin.dispatch(&command, &body).await {
        Ok(json) => ([(header::CONTENT_TYPE, "application/json")], json).into_response(),
        Err(problem) => ProblemAnswer(problem).into_response(),
    }
}
