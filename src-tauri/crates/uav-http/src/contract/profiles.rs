//! The Profile API, and the older contract for search and event history (profiles.md 2).

use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::Deserialize;
use uav_core::identity::{Call, ResolveError};
use uav_core::{Identity, Mpid, WorkspaceId};
use uav_engine::{Engine, EngineError, FoundProfile, Look, Metered, TOKEN_LIFE_S};
use uav_store::Workspace;
use uav_wire::Fields;

use super::answer::{bad_request, errors, json, refused, unavailable};
use super::{Gate, body, throttle, who};

/// One installation is one organisation with one account.
const ORGANISATION: &str = "1";
const ACCOUNT: &str = "1";
/// Profiles that a search answers at most.
const FOUND_MAX: usize = 100;

/// `POST /oauth/token`: a token for a client's id and secret, for eight hours.
pub(crate) async fn token(State(gate): State<Gate>, headers: HeaderMap, body: Body) -> Response {
    let text = match body::text(&headers, body, gate.limits.request_bytes_max).await {
        Ok(text) => text,
        Err(answer) => return answer,
    };
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let no_token = |status, code: &str, why: &str| json(status, uav_wire::oauth_error(code, why));
    let asked = match uav_wire::parse_token_request(&text, kind) {
        Ok(asked) => asked,
        Err(why) => return no_token(StatusCode::BAD_REQUEST, "invalid_request", &why),
    };
    if &*asked.grant_type != "client_credentials" {
        let why = "grant_type: only client_credentials";
        return no_token(StatusCode::BAD_REQUEST, "unsupported_grant_type", why);
    }
    let mut answer = match gate.engine.issue_token(&asked.client_id, &asked.client_secret).await {
        Ok(Some(token)) => json(StatusCode::OK, uav_wire::token_answer(token.text(), TOKEN_LIFE_S)),
        Ok(None) => no_token(StatusCode::UNAUTHORIZED, "invalid_client", "no such client, or the secret is wrong"),
        Err(fault) => unavailable(&fault),
    };
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// The path of a profile.
#[derive(Deserialize)]
pub(crate) struct OfWorkspace {
    organisation: String,
    account: String,
    workspace: String,
    mpid: Option<String>,
}

/// The query of a request for a profile.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    fields: String,
}

/// `GET /userprofile/v1/{org}/{account}/{workspace}/{mpid}?fields=…`; POST does the same (Q-P13).
pub(crate) async fn by_mpid(
    State(gate): State<Gate>,
    Path(path): Path<OfWorkspace>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let (fields, workspace) = enter(&gate, &path, wanted, &headers).await?;
        let admitted = throttle::admit(&gate.engine, Metered::Reads, 1)?;
        let text = path.mpid.as_deref().unwrap_or_default();
        let mpid: Mpid = text.parse().map_err(|fault| bad_request(format!("mpid: {text:?} is no MPID: {fault}")))?;
        let found = gate.engine.profile(mpid).await.map_err(|fault| not_found(&fault))?;
        profile(&found, &workspace, fields).map(|answer| admitted.on(answer))
    };
    answer.await.unwrap_or_else(|answer| answer)
}

/// `POST /userprofile/v1/resolve/{org}/{account}/{workspace}?fields=…`: by the immutable identity.
pub(crate) async fn resolve(
    State(gate): State<Gate>,
    Path(path): Path<OfWorkspace>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let (fields, workspace) = enter(&gate, &path, wanted, &headers).await?;
        let text = body::text(&headers, body, gate.limits.request_bytes_max).await?;
        let asked = uav_wire::parse_resolve_request(&text).map_err(|refusals| refused(&refusals))?;
        if gate.engine.identity_settings(workspace.scope).immutable != Some(asked.kind) {
            let name = asked.kind.name();
            return Err(bad_request(format!("identity.type: {name} is not immutable in this workspace")));
        }
        let admitted = throttle::admit(&gate.engine, Metered::Reads, 1)?;
        let look = Look {
            scope: workspace.scope,
            environment: asked.environment,
            call: Call::Search,
            identities: vec![Identity::new(asked.kind, &asked.value)],
            previous: None,
        };
        let outcome = gate.engine.look(&look).await.map_err(|fault| unavailable(&fault))?;
        let mpid = match outcome {
            Ok(resolved) => resolved.mpid,
            Err(ResolveError::NotFound | ResolveError::NoIdentity | ResolveError::NoLoginIdentity) => None,
        };
        let mpid = mpid.ok_or_else(|| bad_request("profile not found"))?;
        let found = gate.engine.profile(mpid).await.map_err(|fault| not_found(&fault))?;
        profile(&found, &workspace, fields).map(|answer| admitted.on(answer))
    };
    answer.await.unwrap_or_else(|answer| answer)
}

/// `POST /v1/app/{workspace}/consumerprofile/search`: everybody with an identity.
pub(crate) async fn search(
    State(gate): State<Gate>,
    Path(workspace): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let workspace = allowed(&gate.engine, &headers, &workspace).await?;
        let text = body::text(&headers, body, gate.limits.request_bytes_max).await?;
        let asked = uav_wire::parse_consumer_search(&text).map_err(|refusals| refused(&refusals))?;
        let admitted = throttle::admit(&gate.engine, Metered::Reads, 1)?;
        let found = gate
            .engine
            .holders_of(workspace.scope, asked.kind, &asked.value, FOUND_MAX)
            .await
            .map_err(|fault| unavailable(&fault))?;
        let profiles: Vec<_> = found.iter().map(|found| &found.profile).collect();
        Ok(admitted.on(json(StatusCode::OK, uav_wire::consumer_profiles_json(&profiles, workspace.id))))
    };
    answer.await.unwrap_or_else(|answer: Response| answer)
}

/// `POST /v1/app/{workspace}/events/search`: a user's batches, newest first.
pub(crate) async fn history(
    State(gate): State<Gate>,
    Path(workspace): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let workspace = allowed(&gate.engine, &headers, &workspace).await?;
        let text = body::text(&headers, body, gate.limits.request_bytes_max).await?;
        let asked = uav_wire::parse_events_search(&text).map_err(|refusals| refused(&refusals))?;
        let admitted = throttle::admit(&gate.engine, Metered::Reads, 1)?;
        let found = gate.engine.profile(asked.mpid).await.map_err(|fault| not_found(&fault))?;
        if found.profile.scope != workspace.scope {
            return Err(bad_request("profile not found"));
        }
        let texts = gate
            .engine
            .batch_texts(found.key, workspace.id, (asked.from_ms, asked.to_ms), asked.max as usize)
            .await
            .map_err(|fault| unavailable(&fault))?;
        Ok(admitted.on(json(StatusCode::OK, format!("[{}]", texts.join(",")))))
    };
    answer.await.unwrap_or_else(|answer: Response| answer)
}

/// What the request is for, if its token allows it.
async fn enter(
    gate: &Gate,
    path: &OfWorkspace,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: &HeaderMap,
) -> Result<(Fields, Workspace), Response> {
    let workspace = allowed(&gate.engine, headers, &path.workspace).await?;
    if path.organisation != ORGANISATION || path.account != ACCOUNT {
        return Err(forbidden("this token is for organisation 1, account 1"));
    }
    let Query(wanted) = wanted.map_err(|fault| bad_request(fault.body_text()))?;
    let fields = Fields::parse(&wanted.fields).map_err(bad_request)?;
    Ok((fields, workspace))
}

/// The workspace, if the token is for it.
async fn allowed(engine: &Engine, headers: &HeaderMap, workspace: &str) -> Result<Workspace, Response> {
    let reader = who::reader(engine, headers).await?;
    let id = workspace.parse().map(WorkspaceId).map_err(|_| forbidden("this token is not for that workspace"))?;
    if !reader.workspaces.contains(&id) {
        return Err(forbidden("this token is not for that workspace"));
    }
    let known = engine.workspaces().await.map_err(|fault| unavailable(&fault))?;
    known.into_iter().find(|known| known.id == id).ok_or_else(|| forbidden("this token is not for that workspace"))
}

fn profile(found: &FoundProfile, workspace: &Workspace, fields: Fields) -> Result<Response, Response> {
    if found.profile.scope != workspace.scope {
        return Err(bad_request("profile not found"));
    }
    Ok(json(StatusCode::OK, uav_wire::profile_json(&found.profile, workspace.id, fields)))
}

fn not_found(fault: &EngineError) -> Response {
    match fault {
        EngineError::NotFound(_) => bad_request("profile not found"),
        other => unavailable(other),
    }
}

fn forbidden(message: &str) -> Response {
    errors(StatusCode::FORBIDDEN, "FORBIDDEN", &[message.to_owned()])
}
