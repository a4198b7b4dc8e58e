//! The public contract over HTTP: keys, batches, identities, profiles, and what is answered when something is wrong.

mod alias;
mod batches;
mod collector;
mod identities;
mod keys;
mod profiles;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use base64::Engine as _;
use serde_json::Value as Json;
use uav_core::WorkspaceId;
use uav_core::batch::Environment;
use uav_engine::MadeKey;
use uav_store::InputKind;
use uav_testkit::Room;

use crate::{Answer, door, send};

/// A door with an input of a kind and its key.
pub(crate) struct Shop {
    pub(crate) room: Room,
    pub(crate) router: Router,
    pub(crate) key: MadeKey,
}

impl Shop {
    /// A shop whose back end sends.
    pub(crate) async fn server() -> Self {
        Self::of(InputKind::Platform, "server", None).await
    }

    /// A shop whose pages send.
    pub(crate) async fn web() -> Self {
        Self::of(InputKind::Platform, "web", None).await
    }

    pub(crate) async fn of(kind: InputKind, platform: &str, environment: Option<Environment>) -> Self {
        let (room, router) = door().await;
        let key = room.engine.create_input(WorkspaceId(1), "Shop", kind, platform, environment).await.unwrap();
        Self { room, router, key }
    }

    pub(crate) fn basic(&self) -> String {
        basic(&self.key.key.key, &self.key.secret)
    }

    /// A request with the key and secret of the shop.
    pub(crate) async fn post(&self, path: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path).header(header::AUTHORIZATION, self.basic());
        send(&self.router, request.body(body.into()).unwrap()).await
    }

    /// A request of a page: the key alone, in the header that IDSync wants.
    pub(crate) async fn ask(&self, path: &str, body: &Json) -> Answer {
        let request = Request::post(path).header("x-mp-key", &self.key.key.key);
        send(&self.router, request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// A batch of a page: the key in the path.
    pub(crate) async fn page(&self, batch: &Json) -> Answer {
        let path = format!("/v3/JS/{}/events", self.key.key.key);
        send(&self.router, Request::post(path).body(Body::from(batch.to_string())).unwrap()).await
    }

    /// What was refused at the door, newest first, as `path: detail`.
    pub(crate) async fn refused(&self) -> Vec<String> {
        let page = self.room.engine.network_refusals(None, None, 100).await.unwrap();
        page.refusals.iter().map(|refusal| format!("{}: {}", refusal.path, refusal.detail)).collect()
    }

    /// Batches in the log.
    pub(crate) async fn batches(&self) -> u64 {
        self.room.engine.status().await.unwrap().totals.batches
    }
}

pub(crate) fn basic(key: &str, secret: &str) -> String {
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(format!("{key}:{secret}")))
}
