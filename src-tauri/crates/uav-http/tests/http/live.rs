//! What changed, as server-sent events.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use futures_util::StreamExt;
use serde_json::{Value as Json, json};
use tower::ServiceExt;

use crate::{door, rpc};

#[tokio::test]
async fn a_commit_is_told_to_whoever_listens() {
    let (room, router) = door().await;
    let request = Request::get("/api/events").header(header::HOST, "localhost").header(header::ACCEPT_ENCODING, "gzip");
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers().get(header::CONTENT_TYPE).unwrap(), "text/event-stream");
    assert!(response.headers().get(header::CONTENT_ENCODING).is_none(), "a compressor would hold events back");
    let mut events = response.into_body().into_data_stream();

    let mut next = async || -> Vec<Json> {
        let chunk = tokio::time::timeout(Duration::from_secs(10), events.next()).await.unwrap().unwrap().unwrap();
        let text = std::str::from_utf8(&chunk).unwrap();
        let data = text.lines().find_map(|line| line.strip_prefix("data: ").or(line.strip_prefix("data:"))).unwrap();
        assert!(text.contains("event: changed") || text.contains("event:changed"), "{text}");
        let data: Json = serde_json::from_str(data).unwrap();
        data["tags"].as_array().unwrap().clone()
    };
    room.ingest(r#"{"mpid":1}"#).await;
    assert_eq!(next().await, ["Profiles", "Status"]);
    rpc(&router, "workspace_create", &json!({"name": "Shop"})).await;
    assert_eq!(next().await, ["Workspaces"]);
}
