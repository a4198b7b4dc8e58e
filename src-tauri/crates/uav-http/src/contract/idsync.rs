//! IDSync: whom identities belong to, and other identities for a user (idsync.md 1 to 3).

use axum::extract::{Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use uav_core::identity::{Call, ModifyError, ResolveError};
use uav_core::{IdentityType, Mpid};
use uav_engine::{Caller, IdentityAct, IdentityOutcome, IdentityRequest, Look, Metered, Resolved, new_id};
use uav_wire::RequestFault;

use super::answer::{BAD_REQUEST, json, messages, unavailable};
use super::{Gate, body, throttle, who};

const MAX_AGE: HeaderName = HeaderName::from_static("x-mp-max-age");
const LOOKUP_ERROR: &str = "LOOKUP_ERROR";
const NOT_FOUND_ERROR: &str = "NOT_FOUND_ERROR";

/// `POST /v1/identify`: the profile of these identities, made if there is none.
pub(crate) async fn identify(State(gate): State<Gate>, request: Request) -> Response {
    resolve(&gate, request, Call::Identify).await.unwrap_or_else(|answer| answer)
}

/// `POST /v1/login`: the same, on a person's signing in.
pub(crate) async fn login(State(gate): State<Gate>, request: Request) -> Response {
    resolve(&gate, request, Call::Login).await.unwrap_or_else(|answer| answer)
}

/// `POST /v1/logout`: the profile to go on with after signing out.
pub(crate) async fn logout(State(gate): State<Gate>, request: Request) -> Response {
    resolve(&gate, request, Call::Logout).await.unwrap_or_else(|answer| answer)
}

/// `POST /v1/search`: the profile, or 404; creates and changes nothing.
pub(crate) async fn search(State(gate): State<Gate>, request: Request) -> Response {
    resolve(&gate, request, Call::Search).await.unwrap_or_else(|answer| answer)
}

/// `POST /v1/{mpid}/modify`: changes the identities of that profile, all or none.
pub(crate) async fn modify(State(gate): State<Gate>, Path(mpid): Path<String>, request: Request) -> Response {
    change(&gate, &mpid, request).await.unwrap_or_else(|answer| answer)
}

async fn resolve(gate: &Gate, request: Request, call: Call) -> Result<Response, Response> {
    let (parts, body) = request.into_parts();
    let (caller, text) = enter(gate, &parts, body).await?;
    let asked = uav_wire::parse_identity_request(&text).map_err(|fault| faulty(fault, &text))?;
    let request_id = asked.request_id.as_deref();
    if !caller.may_use(asked.environment) {
        return Err(wrong_environment(&caller, asked.environment.name(), request_id));
    }
    let admitted = throttle::admit(&gate.engine, Metered::Identity, 1)?;
    if !asked.remarks.is_empty() {
        gate.engine
            .note_refused(caller.source(), b"", asked.remarks.clone())
            .await
            .map_err(|fault| unavailable(&fault))?;
    }
    let is_dry = call == Call::Search || wants_dry_run(&parts);
    let outcome = if is_dry {
        let look = Look {
            scope: caller.scope,
            environment: asked.environment,
            call,
            identities: asked.identities,
            previous: asked.previous,
        };
        gate.engine.look(&look).await.map_err(|fault| unavailable(&fault))?
    } else {
        let act = IdentityAct::Resolve { call, identities: asked.identities, previous: asked.previous };
        let has_id = asked.request_id.is_some();
        let request =
            IdentityRequest { source: caller.source(), environment: asked.environment, act, body: &text, has_id };
        match gate.engine.identify(request).await.map_err(|fault| unavailable(&fault))? {
            IdentityOutcome::Resolved(outcome) => outcome,
            IdentityOutcome::Modified(_) => Err(ResolveError::NotFound),
        }
    };
    let Resolved { mpid, matched, is_known } = outcome.map_err(|fault| refused(fault, request_id))?;
    let mut answer = json(StatusCode::OK, uav_wire::identity_answer(mpid, &matched, is_known));
    let max_age_s = if is_dry { 0 } else { gate.limits.identity_max_age_s };
    answer.headers_mut().insert(MAX_AGE, HeaderValue::from(max_age_s));
    Ok(admitted.on(answer))
}

async fn change(gate: &Gate, mpid: &str, request: Request) -> Result<Response, Response> {
    let (parts, body) = request.into_parts();
    let (caller, text) = enter(gate, &parts, body).await?;
    let asked = uav_wire::parse_modify_request(&text).map_err(|fault| faulty(fault, &text))?;
    let request_id = asked.request_id.as_deref();
    let mpid: Mpid = mpid.parse().map_err(|fault| bad(&format!("mpid: {mpid:?} is no MPID: {fault}"), request_id))?;
    if !caller.may_use(asked.environment) {
        return Err(wrong_environment(&caller, asked.environment.name(), request_id));
    }
    let admitted = throttle::admit(&gate.engine, Metered::Identity, 1)?;
    let request = IdentityRequest {
        source: caller.source(),
        environment: asked.environment,
        act: IdentityAct::Modify { mpid, changes: asked.changes },
        body: &text,
        has_id: asked.request_id.is_some(),
    };
    let outcome = gate.engine.identify(request).await.map_err(|fault| unavailable(&fault))?;
    let lost: Vec<(IdentityType, Mpid)> = match outcome {
        IdentityOutcome::Modified(Ok(lost)) => lost,
        IdentityOutcome::Modified(Err(fault @ (ModifyError::Immutable { .. } | ModifyError::HeldByAnother { .. }))) => {
            return Err(bad(&fault.to_string(), request_id));
        }
        IdentityOutcome::Modified(Err(ModifyError::NotFound)) | IdentityOutcome::Resolved(_) => {
            return Err(StatusCode::NOT_FOUND.into_response());
        }
    };
    Ok(admitted.on(json(StatusCode::OK, uav_wire::modify_answer(&lost))))
}

/// Reads the body first: a signature is over it.
async fn enter(
    gate: &Gate,
    parts: &Parts,
    body: axum::body::Body,
) -> Result<(std::sync::Arc<Caller>, axum::body::Bytes), Response> {
    let read = body::read(&parts.headers, body, gate.limits.request_bytes_max).await;
    let caller = who::identity(&gate.engine, parts, read.as_deref().unwrap_or_default()).await?;
    let text = read.map_err(|fault| error(fault.status(), BAD_REQUEST, &[fault.message()], None))?;
    Ok((caller, text))
}

/// Whether the answer shall be worked out and nothing stored (ID-8).
fn wants_dry_run(parts: &Parts) -> bool {
    let query = parts.uri.query().unwrap_or_default();
    query.split('&').any(|pair| pair == "read_only=true")
}

/// The error body. One without an id of its own gets one, so that it can be spoken of.
fn error(status: StatusCode, code: &str, messages: &[String], request_id: Option<&str>) -> Response {
    let own = request_id.map_or_else(new_id, str::to_owned);
    json(status, uav_wire::identity_error(code, messages, status.as_u16(), Some(&own)))
}

fn bad(message: &str, request_id: Option<&str>) -> Response {
    error(StatusCode::BAD_REQUEST, BAD_REQUEST, &[message.to_owned()], request_id)
}

fn wrong_environment(caller: &Caller, environment: &str, request_id: Option<&str>) -> Response {
    bad(&format!("environment: the key {} is not for {environment} data", caller.key.key), request_id)
}

/// The answer to a request that does not read; its id may read all the same.
fn faulty(fault: RequestFault, text: &[u8]) -> Response {
    let request_id = uav_wire::request_id_of(text);
    let request_id = request_id.as_deref();
    match fault {
        RequestFault::NoIdentity => refused(ResolveError::NoIdentity, request_id),
        RequestFault::Invalid(refusals) => {
            error(StatusCode::BAD_REQUEST, BAD_REQUEST, &messages(&refusals), request_id)
        }
    }
}

fn refused(fault: ResolveError, request_id: Option<&str>) -> Response {
    let (status, code) = match fault {
        ResolveError::NoIdentity | ResolveError::NoLoginIdentity => (StatusCode::BAD_REQUEST, LOOKUP_ERROR),
        ResolveError::NotFound => (StatusCode::NOT_FOUND, NOT_FOUND_ERROR),
    };
    error(status, code, &[fault.to_string()], request_id)
}
