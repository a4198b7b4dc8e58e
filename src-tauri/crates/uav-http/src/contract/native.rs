//! The native libraries: batches in short keys, configuration, audiences of a user (events.md EP-7, EP-9, EP-10).

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uav_core::Mpid;
use uav_core::batch::Door;
use uav_engine::new_id;

use super::Gate;
use super::answer::{json, unavailable};
use super::batches::{Taken, receive};
use super::body::BodyFault;

/// `POST /v2/{key}/events`: a batch in short keys. It drops a batch that is answered 400, so content is not (events.md 3.5).
pub(crate) async fn events(State(gate): State<Gate>, Path(key): Path<String>, request: Request) -> Response {
    match receive(&gate, &key, request, Door::Native, BodyFault::status).await {
        Ok((taken, admitted)) => {
            let mpid = if let Taken::Stored(mpid) = taken { Some(mpid) } else { None };
            let body = uav_wire::native_events_answer(&new_id(), mpid, gate.engine.now_ms());
            admitted.on(json(StatusCode::ACCEPTED, body))
        }
        Err(answer) => answer,
    }
}

/// `GET /v4/{key}/config`: the library's settings, with a tag so that it need not take the same twice.
pub(crate) async fn config(State(gate): State<Gate>, Path(key): Path<String>, headers: HeaderMap) -> Response {
    match gate.engine.caller(&key).await {
        Ok(Some(caller)) => {
            let token = gate.engine.workspace_token(caller.input.workspace);
            let tag = format!("\"{token}-1\"");
            if headers.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes()) {
                return StatusCode::NOT_MODIFIED.into_response();
            }
            let body = uav_wire::native_config(&new_id(), &token, gate.engine.now_ms());
            let mut answer = json(StatusCode::OK, body);
            if let Ok(tag) = HeaderValue::from_str(&tag) {
                answer.headers_mut().insert(header::ETAG, tag);
            }
            answer
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => unavailable(&fault),
    }
}

/// The query of a question for audiences.
#[derive(Deserialize)]
pub(crate) struct OfUser {
    mpid: String,
}

/// `GET /v1/{key}/audience?mpid=…`: the audiences that a user is in. There are none yet.
pub(crate) async fn audience(
    State(gate): State<Gate>,
    Path(key): Path<String>,
    of_user: Result<Query<OfUser>, QueryRejection>,
) -> Response {
    match gate.engine.caller(&key).await {
        Ok(Some(_)) if of_user.is_ok_and(|Query(of_user)| of_user.mpid.parse::<Mpid>().is_ok()) => {
            json(StatusCode::OK, uav_wire::audience_answer(&[]))
        }
        Ok(Some(_)) => StatusCode::BAD_REQUEST.into_response(),
        Ok(None) => StatusCode::UNAUTHORIZED.into_response(),
        Err(fault) => unavailable(&fault),
    }
}
