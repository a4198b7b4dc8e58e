//! The contract in its machine-readable form.

use axum::http::StatusCode;
use axum::response::Response;

use super::answer::json;

/// `GET /openapi.json`.
pub(crate) async fn document() -> Response {
    json(StatusCode::OK, uav_wire::openapi().to_owned())
}
