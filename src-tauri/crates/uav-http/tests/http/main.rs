//! The HTTP door without a socket: who may come in, what is answered, and how faults look.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod access;
mod commands;
mod contract;
mod files;
mod live;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::Value as Json;
use tower::ServiceExt;
use uav_admin::{Admin, Host};
use uav_http::{Access, ContractLimits, router};
use uav_testkit::Room;

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Json {
        serde_json::from_slice(&self.body).unwrap_or_else(|fault| panic!("{fault}: {:?}", self.body))
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The problem that this answer is.
    pub(crate) fn problem(&self, status: StatusCode, code: &str) -> Json {
        assert_eq!(self.status, status, "{:?}", self.body);
        assert_eq!(self.header(header::CONTENT_TYPE), "application/problem+json");
        let problem = self.json();
        assert_eq!(
            (problem["status"].as_u64(), problem["code"].as_str()),
            (Some(u64::from(status.as_u16())), Some(code))
        );
        problem
    }
}

/// A door on an engine in memory, for this machine alone.
pub(crate) async fn door() -> (Room, Router) {
    let room = Room::new().await;
    let admin = Admin::new(room.engine.clone(), Host { local_files: true, ..Host::default() });
    (room, router(admin, Access::Loopback, ContractLimits::default()))
}

pub(crate) async fn send(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    Answer { status, headers, body: to_bytes(response.into_body(), usize::MAX).await.unwrap() }
}

pub(crate) async fn get(router: &Router, path: &str) -> Answer {
    send(router, Request::get(path).header(header::HOST, "localhost:4000").body(Body::empty()).unwrap()).await
}

/// An act as our screens send it.
pub(crate) async fn post(router: &Router, path: &str, body: impl Into<Body>) -> Answer {
    let request = Request::post(path).header(header::HOST, "localhost:4000").header("x-uav", "1");
    send(router, request.body(body.into()).unwrap()).await
}

/// A command as our screens send it.
pub(crate) async fn rpc(router: &Router, command: &str, request: &Json) -> Answer {
    post(router, &format!("/api/rpc/{command}"), request.to_string()).await
}
