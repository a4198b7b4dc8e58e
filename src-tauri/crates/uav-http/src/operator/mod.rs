//! For people at a browser: the command table, what changed, uploads and downloads.

pub(crate) mod access;
mod changes;
mod export;
mod problem;
mod rpc;
mod uploads;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use uav_admin::Admin;

/// The largest body of a command, bytes: a command names things, it does not carry data.
const COMMAND_BYTES_MAX: usize = 1 << 20;

/// What every route needs.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) admin: Admin,
}

/// The routes under `/api`.
pub(crate) fn routes(admin: Admin) -> Router {
    Router::new()
        .route("/api/rpc/{command}", post(rpc::call).layer(DefaultBodyLimit::max(COMMAND_BYTES_MAX)))
        .route("/api/events", get(changes::changes))
        .route("/api/uploads", post(uploads::receive).layer(DefaultBodyLimit::disable()))
        .route("/api/export/refusals/{file}", get(export::refusals))
        .with_state(Door { admin })
}
