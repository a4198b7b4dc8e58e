//! Downloads.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use uav_admin::Problem;

use super::Door;
use super::problem::ProblemAnswer;

/// `GET /api/export/refusals/{job}.ndjson`: every refused line of an import with its reason, one JSON object a line.
pub(crate) async fn refusals(State(door): State<Door>, Path(file): Path<String>) -> Response {
    let Some(job) = file.strip_suffix(".ndjson") else {
        return ProblemAnswer(Problem::not_found(&format!("file {file}"))).into_response();
    };
    match door.admin.export_refusals(job).await {
        Ok(lines) => {
            let disposition = format!("attachment; filename=\"refused-{file}\"");
            let headers =
                [(header::CONTENT_TYPE, "application/x-ndjson".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
            (headers, Body::from_stream(lines)).into_response()
        }
        Err(problem) => ProblemAnswer(problem).into_response(),
    }
}
