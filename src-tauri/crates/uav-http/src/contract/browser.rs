//! The browser library: its batches, its old single events, its configuration (events.md EP-5, EP-6, EP-8).
//!
//! The library sends whatever was answered 400 again for ever, so content is never answered 400 here: what is wrong is
//! noted and can be listed (events.md 3.5).

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uav_core::batch::Door;
use uav_wire::BrowserConfig;

use super::Gate;
use super::answer::{accepted, json, unavailable};
use super::batches::receive;
use super::body::BodyFault;

/// `POST /v3/JS/{key}/events` and `POST /v2/JS/{key}/Events`: a batch, or one event in the old form.
pub(crate) async fn events(State(gate): State<Gate>, Path(key): Path<String>, request: Request) -> Response {
    match receive(&gate, &key, request, Door::Browser, unreadable).await {
        Ok((_, admitted)) => admitted.on(accepted()),
        Err(answer) => answer,
    }
}

/// Also a body that does not unpack is not answered 400.
fn unreadable(fault: BodyFault) -> StatusCode {
    match fault.status() {
        StatusCode::BAD_REQUEST => StatusCode::UNPROCESSABLE_ENTITY,
        status => status,
    }
}

/// `GET /JS/v2/{key}/config`: what the library lays over the page's own settings. The token names the browser's storage,
/// so it stays the same for ever.
pub(crate) async fn config(State(gate): State<Gate>, Path(key): Path<String>) -> Response {
    match gate.engine.caller(&key).await {
        Ok(Some(caller)) => {
            let config = BrowserConfig {
                app_name: &caller.input.name,
                workspace_token: &gate.engine.workspace_token(caller.input.workspace),
            };
            json(StatusCode::OK, uav_wire::browser_config(&config))
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => unavailable(&fault),
    }
}

/// `POST /v1/JS/{key}/Forwarding`, `/v2/…`: what the library's kits report; nothing of it is kept.
pub(crate) async fn forwarding(State(gate): State<Gate>, Path(key): Path<String>, _body: Body) -> Response {
    match gate.engine.caller(&key).await {
        Ok(Some(_)) => accepted(),
        Ok(None) => StatusCode::UNAUTHORIZED.into_response(),
        Err(fault) => unavailable(&fault),
    }
}
