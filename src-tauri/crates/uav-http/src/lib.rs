//! The HTTP doors: for people at a browser (`operator`, `screens`) and for SDKs, feeds and partners (`contract`).
//!
//! They know no store and take no decision that a screen's user would notice: they translate. Start reading at [`router`].

mod collector;
mod contract;
mod operator;
mod screens;

use axum::Router;
use axum::middleware;
use tower_http::compression::CompressionLayer;
use uav_admin::Admin;
use uav_engine::Engine;

pub use collector::LoopbackCollector;
pub use contract::ContractLimits;
pub use operator::access::{Access, OperatorCheck};

/// Everything: the screens and their commands, guarded by `access`, and the public contract, where every request brings
/// its own key.
pub fn router(admin: Admin, access: Access, limits: ContractLimits) -> Router {
    let contract = contract::routes(admin.engine().clone(), limits);
    // Server-sent events must not be held back by the compressor; its default predicate leaves them alone.
    let operator = operator::routes(admin)
        .fallback(screens::file)
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(access, operator::access::guard));
    operator.merge(contract).layer(middleware::from_fn(screens::secure_headers))
}

/// The public contract alone: what the desktop's switch opens on a loopback port.
pub(crate) fn contract_alone(engine: Engine, limits: ContractLimits) -> Router {
    contract::routes(engine, limits).layer(middleware::from_fn(screens::secure_headers))
}
