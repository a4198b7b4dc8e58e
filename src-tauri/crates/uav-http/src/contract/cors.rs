//! What a page of another origin may do here: everything that needs no cookie (real-clients.md 2).

use std::time::Duration;

use axum::http::{HeaderName, Method};
use tower_http::cors::{AllowHeaders, Any, CorsLayer};

/// For how long a browser may keep the answer to its preflight.
const MAX_AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// Allows any origin, and shows pages how long an identity answer may be kept.
pub(crate) fn layer() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST, Method::OPTIONS])
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers([HeaderName::from_static("x-mp-max-age"), HeaderName::from_static("x-mp-trace-id")])
        .max_age(MAX_AGE)
}
