//! The command table over HTTP.

use axum::http::{StatusCode, header};
use serde_json::json;

use crate::{door, get, post, rpc};

#[tokio::test]
async fn a_command_is_a_body_in_and_a_view_out() {
    let (room, router) = door().await;
    room.ingest(r#"{"mpid":"9080350317581165001","user_identities":{"email":"ada@example.com"}}"#).await;
    let status = post(&router, "/api/rpc/engine_status", "").await;
    assert_eq!((status.status, status.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/json"));
    assert_eq!(status.json()["profiles"], 1);
    let request = json!({"query": "ada", "environment": "production", "include_former": false, "limit": 10});
    let found = rpc(&router, "users_search", &request).await;
    assert_eq!(found.json()["hits"][0]["mpid"], "9080350317581165001", "an MPID is a text, or a browser rounds it");
}

#[tokio::test]
async fn faults_are_problems() {
    let (_room, router) = door().await;
    let unknown = rpc(&router, "no_such_command", &json!({})).await.problem(StatusCode::NOT_FOUND, "not_found");
    assert_eq!(unknown["type"], "urn:uav:problem:not_found");
    let request = json!({"query": "ada", "environment": "production", "include_former": "perhaps", "limit": 10});
    let problem = rpc(&router, "users_search", &request).await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
    assert_eq!(problem["fields"][0]["path"], "include_former");
    let nonsense = post(&router, "/api/rpc/users_search", "{nonsense").await;
    nonsense.problem(StatusCode::BAD_REQUEST, "bad_request");
    let nobody = rpc(&router, "profile_get", &json!({"mpid": "5"})).await;
    let problem = nobody.problem(StatusCode::NOT_FOUND, "not_found");
    assert_eq!(problem["detail"], "There is no user 5.");
    let taken = rpc(&router, "workspace_create", &json!({"name": "My workspace"})).await;
    taken.problem(StatusCode::CONFLICT, "conflict");
}

#[tokio::test]
async fn a_command_carries_no_data() {
    let (_room, router) = door().await;
    let answer = post(&router, "/api/rpc/users_search", vec![b' '; (1 << 20) + 1]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let read = get(&router, "/api/rpc/engine_status").await;
    assert_eq!(read.status, StatusCode::METHOD_NOT_ALLOWED);
}
