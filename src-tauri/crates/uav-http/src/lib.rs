//! The HTTP door for browsers: the command table at `/api/rpc`, what changed as server-sent events, uploads, exports,
//! and the files of the screens.
//!
//! It knows no store and takes no decision that a screen's user would notice: it translates. Start reading at
//! [`router`].

mod access;
mod events;
mod export;
mod problem;
mod rpc;
mod screens;
mod uploads;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;
use uav_admin::Admin;

pub use access::{Access, OperatorCheck};

/// The largest body of a command, bytes: a command names things, it does not carry data.
const COMMAND_BYTES_MAX: usize = 1 << 20;

/// What every route needs.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) admin: Admin,
}

/// The routes, guarded by `access`.
pub fn router(admin: Admin, access: Access) -> Router {
    let api = Router::new()
        .route("/api/rpc/{command}", post(rpc::call).layer(DefaultBodyLimit::max(COMMAND_BYTES_MAX)))
        .route("/api/events", get(events::changes))
        .route("/api/uploads", post(uploads::receive).layer(DefaultBodyLimit::disable()))
        .route("/api/export/refusals/{file}", get(export::refusals))
        .fallback(screens::file)
        .with_state(Door { admin });
    // Server-sent events must not be held back by the compressor; its default predicate leaves them alone.
    api.layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(access, access::guard))
        .layer(middleware::from_fn(screens::secure_headers))
}
