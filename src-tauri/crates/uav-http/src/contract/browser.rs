//! The browser library: its batches, its old single events, its configuration (events.md EP-5, EP-6, EP-8).
//!
//! The library sends whatever was answered 400 again for ever, so content is never answered 400 here: what is wrong is
//! noted and can be listed (events.md 3.5).

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uav_core::batch::Door;
use uav_engine::Metered;
use uav_wire::BrowserConfig;

use super::answer::{accepted, json, unavailable};
use super::batches::{Arrival, take};
use super::body::BodyFault;
use super::{Gate, body, throttle, who};

/// `POST /v3/JS/{key}/events` and `POST /v2/JS/{key}/Events`: a batch, or one event in the old form.
pub(crate) async fn events(State(gate): State<Gate>, Path(key): Path<String>, request: Request) -> Response {
    receive(&gate, &key, request, Door::Browser).await.unwrap_or_else(|answer| answer)
}

async fn receive(gate: &Gate, key: &str, request: Request, door: Door) -> Result<Response, Response> {
    let (parts, body) = request.into_parts();
    let read = body::read(&parts.headers, body, gate.limits.request_bytes_max).await;
    // What was not read whole cannot have been signed.
    if let Err(fault @ BodyFault::TooLarge(_)) = read {
        return Err(fault.status().into_response());
    }
    let caller = who::by_path(&gate.engine, &parts, key, read.as_deref().unwrap_or_default()).await?;
    let text = read.map_err(|fault| match fault.status() {
        StatusCode::BAD_REQUEST => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        status => status.into_response(),
    })?;
    let admitted = throttle::admit(&gate.engine, Metered::Batches, 1)?;
    let arrival = Arrival { caller: &caller, door, text: &text, is_historical: false };
    match take(gate, arrival).await {
        Ok(_) => Ok(admitted.on(accepted())),
        Err(fault) => Err(unavailable(&fault)),
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
