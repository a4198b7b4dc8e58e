//! Whose request it is (events.md 2, idsync.md 2).

use std::sync::Arc;

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use uav_engine::{Caller, Engine, Reader, Signed};

use super::answer::{errors, unavailable};

const KEY: HeaderName = HeaderName::from_static("x-mp-key");
const SIGNATURE: HeaderName = HeaderName::from_static("x-mp-signature");
/// Prefixes of own-domain set-ups; clients sign the path without them.
const PREFIXES: [&str; 4] = ["/identity", "/webevents", "/nativeevents", "/config"];

/// Why a request is nobody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stranger {
    /// No credentials.
    Missing,
    /// Wrong ones.
    Wrong,
    /// Known, but not allowed to do this.
    NotAllowed,
}

/// The answer to a stranger at the entrance of servers: 401 without credentials, 403 with wrong ones (AU-3).
fn at_servers(stranger: Stranger) -> Response {
    let (status, message) = match stranger {
        Stranger::Missing => (StatusCode::UNAUTHORIZED, "Authorization: required, missing or empty"),
        Stranger::Wrong => (StatusCode::FORBIDDEN, "Authorization: no such key, or the secret is wrong"),
        Stranger::NotAllowed => (StatusCode::FORBIDDEN, "this key may not do this"),
    };
    let code = if status == StatusCode::UNAUTHORIZED { "UNAUTHORIZED" } else { "FORBIDDEN" };
    errors(status, code, &[message.to_owned()])
}

/// The answer to a stranger at the other entrances: no body (idsync.md 2).
fn elsewhere(stranger: Stranger) -> Response {
    match stranger {
        Stranger::Missing | Stranger::Wrong => StatusCode::UNAUTHORIZED,
        Stranger::NotAllowed => StatusCode::FORBIDDEN,
    }
    .into_response()
}

/// A server or a feed, by Basic authentication.
pub(crate) async fn server(engine: &Engine, headers: &HeaderMap) -> Result<Arc<Caller>, Response> {
    match basic(engine, headers).await {
        Some(found) => found?.map_err(at_servers),
        None => Err(at_servers(Stranger::Missing)),
    }
}

/// A page or application that names its key in the path. The key alone opens where the input allows it; else the request
/// must be signed.
pub(crate) async fn by_path(engine: &Engine, parts: &Parts, key: &str, body: &[u8]) -> Result<Arc<Caller>, Response> {
    let caller = engine.caller(key).await.map_err(|fault| unavailable(&fault))?;
    let caller = caller.ok_or_else(|| elsewhere(Stranger::Wrong))?;
    if caller.input.key_alone || is_signed(engine, parts, &caller, body) {
        return Ok(caller);
    }
    match basic(engine, &parts.headers).await {
        Some(found) => found?.map_err(elsewhere).and_then(|found| {
            if found.input.id == caller.input.id { Ok(found) } else { Err(elsewhere(Stranger::Wrong)) }
        }),
        None => Err(elsewhere(Stranger::NotAllowed)),
    }
}

/// A caller of IDSync: by Basic authentication, by signature, or by its key alone.
pub(crate) async fn identity(engine: &Engine, parts: &Parts, body: &[u8]) -> Result<Arc<Caller>, Response> {
    let caller = match basic(engine, &parts.headers).await {
        Some(found) => found?.map_err(elsewhere)?,
        None => {
            let Some(key) = text(&parts.headers, &KEY) else { return Err(elsewhere(Stranger::Missing)) };
            let caller = engine.caller(key).await.map_err(|fault| unavailable(&fault))?;
            let caller = caller.ok_or_else(|| elsewhere(Stranger::Wrong))?;
            match text(&parts.headers, &SIGNATURE) {
                Some(_) if !is_signed(engine, parts, &caller, body) => return Err(elsewhere(Stranger::Wrong)),
                None if !caller.input.key_alone => return Err(elsewhere(Stranger::NotAllowed)),
                _ => caller,
            }
        }
    };
    if caller.may_identify() { Ok(caller) } else { Err(elsewhere(Stranger::NotAllowed)) }
}

/// A reader, by its token.
pub(crate) async fn reader(engine: &Engine, headers: &HeaderMap) -> Result<Reader, Response> {
    let refused = |message: &str| errors(StatusCode::UNAUTHORIZED, "UNAUTHORIZED", &[message.to_owned()]);
    let given = text(headers, &header::AUTHORIZATION).and_then(|value| value.split_once(' '));
    let Some(("Bearer" | "bearer", token)) = given else {
        return Err(refused("Authorization: a bearer token is required"));
    };
    let reader = engine.reader(token.trim()).await.map_err(|fault| unavailable(&fault))?;
    reader.ok_or_else(|| refused("Authorization: the token is not valid, or past its time"))
}

/// Who the `Authorization` header names; `None` when there is none, or an empty one (AU-4).
async fn basic(engine: &Engine, headers: &HeaderMap) -> Option<Result<Result<Arc<Caller>, Stranger>, Response>> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().unwrap_or("?").trim();
    if value.is_empty() {
        return None;
    }
    let pair = value
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"))
        .and_then(|(_, code)| base64::engine::general_purpose::STANDARD.decode(code.trim()).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let Some((key, secret)) = pair.as_deref().and_then(|pair| pair.split_once(':')) else {
        return Some(Ok(Err(Stranger::Wrong)));
    };
    let caller = match engine.caller(key).await {
        Ok(caller) => caller,
        Err(fault) => return Some(Err(unavailable(&fault))),
    };
    Some(Ok(caller.filter(|caller| caller.has_secret(secret)).ok_or(Stranger::Wrong)))
}

fn is_signed(engine: &Engine, parts: &Parts, caller: &Caller, body: &[u8]) -> bool {
    let (Some(date), Some(signature)) = (text(&parts.headers, &header::DATE), text(&parts.headers, &SIGNATURE)) else {
        return false;
    };
    let paths = signed_paths(&parts.uri);
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let signed = Signed { method: parts.method.as_str(), date, paths: &paths, body, signature };
    engine.is_signed(caller, &signed)
}

/// The paths that a client may have signed: the real one, and the one without the prefix of an own domain.
fn signed_paths(uri: &Uri) -> Vec<String> {
    let real = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
    let default = PREFIXES.iter().find_map(|prefix| real.strip_prefix(prefix)).filter(|rest| rest.starts_with('/'));
    let default = default.map(str::to_owned);
    std::iter::once(real.clone()).chain(default).collect()
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_domains_sign_the_default_path() {
        let paths = |uri: &'static str| signed_paths(&Uri::from_static(uri));
        assert_eq!(paths("/v1/search?cb=1"), ["/v1/search?cb=1"]);
        assert_eq!(paths("/identity/v1/login"), ["/identity/v1/login", "/v1/login"]);
        assert_eq!(paths("/nativeevents/v2/k/events"), ["/nativeevents/v2/k/events", "/v2/k/events"]);
        assert_eq!(paths("/identityless"), ["/identityless"]);
    }
}
