//! The public contract, as real mParticle clients speak it (events.md 1, idsync.md 1, profiles.md 2, real-clients.md 1).
//!
//! One port serves all of it: the paths do not collide. Each family of paths has a file, which reads from auth to answer
//! from top to bottom; what they share stands beside them.

mod alias;
mod answer;
mod batches;
mod body;
mod browser;
mod cors;
mod idsync;
mod native;
mod profiles;
mod reference;
mod servers;
mod throttle;
mod who;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use uav_engine::Engine;

/// How large requests may be (events.md 4). The doors for people and imports have none of these limits.
#[derive(Clone, Copy, Debug)]
pub struct ContractLimits {
    /// Bytes of a request, after decompression (LM-1).
    pub request_bytes_max: usize,
    /// Batches of a bulk request (LM-3).
    pub bulk_batches_max: usize,
    /// For how long a client may keep an identity answer, seconds.
    pub identity_max_age_s: u32,
}

impl Default for ContractLimits {
    fn default() -> Self {
        Self { request_bytes_max: 256 << 10, bulk_batches_max: 100, identity_max_age_s: 86_400 }
    }
}

/// What every route needs.
#[derive(Clone)]
pub(crate) struct Gate {
    pub(crate) engine: Engine,
    pub(crate) limits: Arc<ContractLimits>,
}

/// The routes.
pub(crate) fn routes(engine: Engine, limits: ContractLimits) -> Router {
    let gate = Gate { engine, limits: Arc::new(limits) };
    let open = open_to_browsers().layer(cors::layer());
    // Bodies are cut off by the rule of the contract, which counts them after decompression.
    for_servers().merge(open).layer(DefaultBodyLimit::disable()).with_state(gate)
}

/// What back ends call, with a secret.
fn for_servers() -> Router<Gate> {
    Router::new()
        .route("/v2/events", post(servers::events))
        .route("/v2/bulkevents", post(servers::bulk_events))
        .route("/v2/bulkevents/historical", post(servers::historical_events))
        .route("/s2s/v2/events", post(servers::events))
        .route("/s2s/v2/bulkevents", post(servers::bulk_events))
        .route("/oauth/token", post(profiles::token))
        .route(
            "/userprofile/v1/{organisation}/{account}/{workspace}/{mpid}",
            get(profiles::by_mpid).post(profiles::by_mpid),
        )
        .route("/userprofile/v1/resolve/{organisation}/{account}/{workspace}", post(profiles::resolve))
}

/// What pages and applications call, from any origin.
fn open_to_browsers() -> Router<Gate> {
    let mut routes = Router::new()
        .route("/v4/{key}/config", get(native::config))
        .route("/config/v4/{key}/config", get(native::config))
        .route("/v2/{key}/events", post(native::events))
        .route("/nativeevents/v2/{key}/events", post(native::events))
        .route("/v1/{key}/audience", get(native::audience))
        .route("/nativeevents/v1/{key}/audience", get(native::audience))
        .route("/identity/v1/alias", post(alias::by_header))
        .route("/v1/app/{workspace}/consumerprofile/search", post(profiles::search))
        .route("/v1/app/{workspace}/events/search", post(profiles::history))
        .route("/openapi.json", get(reference::document));
    for prefix in ["", "/tags"] {
        routes = routes.route(&format!("{prefix}/JS/v2/{{key}}/config"), get(browser::config));
    }
    for prefix in ["", "/webevents"] {
        routes = routes
            .route(&format!("{prefix}/v3/JS/{{key}}/events"), post(browser::events))
            .route(&format!("{prefix}/v2/JS/{{key}}/Events"), post(browser::events))
            .route(&format!("{prefix}/v1/JS/{{key}}/Forwarding"), post(browser::forwarding))
            .route(&format!("{prefix}/v2/JS/{{key}}/Forwarding"), post(browser::forwarding));
    }
    for prefix in ["", "/webevents", "/nativeevents", "/identity"] {
        routes = routes
            .route(&format!("{prefix}/v1/identity/{{key}}/Alias"), post(alias::by_path))
            .route(&format!("{prefix}/v1/identity/{{key}}/alias"), post(alias::by_path));
    }
    for prefix in ["", "/identity"] {
        routes = routes
            .route(&format!("{prefix}/v1/identify"), post(idsync::identify))
            .route(&format!("{prefix}/v1/login"), post(idsync::login))
            .route(&format!("{prefix}/v1/logout"), post(idsync::logout))
            .route(&format!("{prefix}/v1/search"), post(idsync::search))
            .route(&format!("{prefix}/v1/{{mpid}}/modify"), post(idsync::modify));
    }
    routes
}
