//! Who may come in.
//!
//! On loopback there is no password: whoever can reach the port is the operator of this machine. What must be kept out
//! is another site's page in the operator's browser, so the `Host` must be a loopback name (DNS rebinding) and acts
//! must carry a header that such a page cannot send (request forgery). On any other address every request names an
//! operator.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use uav_admin::Problem;

use super::problem::ProblemAnswer;

/// Tells whether a name and a password are an operator's.
pub type OperatorCheck = Arc<dyn Fn(&str, &str) -> bool + Send + Sync>;

/// Who may come in.
#[derive(Clone)]
pub enum Access {
    /// Whoever is on this machine, through a loopback name.
    Loopback,
    /// Operators, by name and password.
    Operators(OperatorCheck),
}

impl Access {
    /// Whether an address is reached from this machine alone.
    #[must_use]
    pub const fn is_loopback(address: &SocketAddr) -> bool {
        match address {
            SocketAddr::V4(address) => address.ip().is_loopback(),
            SocketAddr::V6(address) => address.ip().is_loopback(),
        }
    }
}

/// Lets a request pass or answers it.
pub(crate) async fn guard(State(access): State<Access>, request: Request, next: Next) -> Response {
    let refused = match &access {
        Access::Loopback => refuse_strange_host(request.headers()),
        Access::Operators(check) => refuse_stranger(check, request.headers()),
    };
    if let Some(answer) = refused.or_else(|| refuse_forgery(&request)) {
        return answer;
    }
    next.run(request).await
}

fn refuse_strange_host(headers: &HeaderMap) -> Option<Response> {
    let host = text(headers, &header::HOST).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.ends_with(']') { host } else { name });
    let known = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
    (!known).then(|| {
        ProblemAnswer(Problem::forbidden("this address is for this machine: use localhost or 127.0.0.1"))
            .into_response()
    })
}

fn refuse_stranger(check: &OperatorCheck, headers: &HeaderMap) -> Option<Response> {
    let given = text(headers, &header::AUTHORIZATION)
        .and_then(|value| value.strip_prefix("Basic "))
        .and_then(|value| base64::engine::general_purpose::STANDARD.decode(value.trim()).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let welcome =
        given.as_deref().and_then(|pair| pair.split_once(':')).is_some_and(|(name, secret)| check(name, secret));
    (!welcome).then(|| {
        let challenge = HeaderValue::from_static("Basic realm=\"User Activity View\", charset=\"UTF-8\"");
        (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, challenge)]).into_response()
    })
}

/// An act must come from our own screens: they send a header that a form or another site cannot. Elsewhere there are no
/// acts, only files.
fn refuse_forgery(request: &Request) -> Option<Response> {
    let acts = !matches!(*request.method(), Method::GET | Method::HEAD) && request.uri().path().starts_with("/api/");
    let ours = request.headers().contains_key("x-uav");
    (acts && !ours).then(|| ProblemAnswer(Problem::forbidden("the header x-uav is missing")).into_response())
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
