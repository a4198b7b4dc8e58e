//! Alias requests: a stretch of one profile's events for another (idsync.md 7).

use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uav_core::Refusal;
use uav_engine::{AliasOrder, AliasOutcome, Caller, Metered};

use super::answer::{BAD_REQUEST, accepted, json, messages, unavailable};
use super::{Gate, body, throttle, who};

/// `POST /v1/identity/{key}/Alias`, and the other spellings of it: the key is in the path.
pub(crate) async fn by_path(State(gate): State<Gate>, Path(key): Path<String>, request: Request) -> Response {
    let answer = async {
        let (parts, body) = request.into_parts();
        let read = body::read(&parts.headers, body, gate.limits.request_bytes_max).await;
        let caller = who::by_path(&gate.engine, &parts, &key, read.as_deref().unwrap_or_default()).await?;
        let text = read.map_err(|fault| faulty(fault.status(), &fault.message()))?;
        order(&gate, &caller, &text).await
    };
    answer.await.unwrap_or_else(|answer: Response| answer)
}

/// `POST /identity/v1/alias`: the key is in the headers, as for the other identity requests.
pub(crate) async fn by_header(State(gate): State<Gate>, request: Request) -> Response {
    let answer = async {
        let (parts, body) = request.into_parts();
        let read = body::read(&parts.headers, body, gate.limits.request_bytes_max).await;
        let caller = who::identity(&gate.engine, &parts, read.as_deref().unwrap_or_default()).await?;
        let text = read.map_err(|fault| faulty(fault.status(), &fault.message()))?;
        order(&gate, &caller, &text).await
    };
    answer.await.unwrap_or_else(|answer: Response| answer)
}

async fn order(gate: &Gate, caller: &Caller, text: &Bytes) -> Result<Response, Response> {
    let asked = uav_wire::parse_alias_request(text).map_err(|refusals| refused(&refusals))?;
    if !caller.may_identify() {
        return Err(StatusCode::FORBIDDEN.into_response());
    }
    if !caller.may_use(asked.environment) {
        let message = format!("environment: this key is not for {} data", asked.environment.name());
        return Err(faulty(StatusCode::BAD_REQUEST, &message));
    }
    let admitted = throttle::admit(&gate.engine, Metered::Identity, 1)?;
    let order = AliasOrder {
        source: caller.source(),
        environment: asked.environment,
        from: asked.source,
        to: asked.destination,
        start_ms: asked.start_ms,
        end_ms: asked.end_ms,
        device: asked.device_only,
        body: text,
    };
    match gate.engine.alias(order).await.map_err(|fault| unavailable(&fault))? {
        AliasOutcome::Accepted => Ok(admitted.on(accepted())),
        AliasOutcome::Refused(refusals) => Err(refused(&refusals)),
        AliasOutcome::NotAllowed => Err(StatusCode::FORBIDDEN.into_response()),
    }
}

fn refused(refusals: &[Refusal]) -> Response {
    faulty(StatusCode::BAD_REQUEST, &messages(refusals).join("; "))
}

fn faulty(status: StatusCode, message: &str) -> Response {
    json(status, uav_wire::alias_error(BAD_REQUEST, message))
}
