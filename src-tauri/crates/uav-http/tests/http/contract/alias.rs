//! Alias requests over HTTP.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value as Json, json};
use uav_core::ScopeId;
use uav_core::identity::IdentitySettings;
use uav_testkit::NOW_MS;

use super::Shop;
use crate::{Answer, send};

async fn user(shop: &Shop, stamp: &str) -> String {
    let asked = json!({"environment": "production", "known_identities": {"device_application_stamp": stamp}});
    shop.ask("/v1/identify", &asked).await.json()["mpid"].as_str().unwrap().to_owned()
}

async fn order(shop: &Shop, path: &str, data: Json) -> Answer {
    let body = json!({"request_id": "a-1", "request_type": "alias", "environment": "production",
        "api_key": shop.key.key.key, "data": data});
    let request = Request::post(path).header("x-mp-key", &shop.key.key.key);
    send(&shop.router, request.body(Body::from(body.to_string())).unwrap()).await
}

#[tokio::test]
async fn it_is_taken_under_every_spelling_of_its_path() {
    let shop = Shop::web().await;
    let key = &shop.key.key.key;
    for (number, path) in [
        format!("/v1/identity/{key}/Alias"),
        format!("/v1/identity/{key}/alias"),
        format!("/webevents/v1/identity/{key}/Alias"),
        format!("/nativeevents/v1/identity/{key}/alias"),
        "/identity/v1/alias".to_owned(),
    ]
    .iter()
    .enumerate()
    {
        let (from, to) = (user(&shop, &format!("from-{number}")).await, user(&shop, &format!("to-{number}")).await);
        let answer = order(&shop, path, json!({"source_mpid": from, "destination_mpid": to, "scope": "mpid"})).await;
        assert_eq!((answer.status, answer.body.len()), (StatusCode::ACCEPTED, 0), "{path}");
    }
}

#[tokio::test]
async fn what_cannot_be_is_told_in_the_form_of_this_door() {
    let shop = Shop::web().await;
    let path = format!("/v1/identity/{}/Alias", shop.key.key.key);
    let (from, to) = (user(&shop, "from").await, user(&shop, "to").await);
    let days = |days: i64| NOW_MS - days * 24 * 60 * 60 * 1_000;
    let table = [
        json!({"destination_mpid": to}),
        json!({"source_mpid": from, "destination_mpid": from}),
        json!({"source_mpid": from, "destination_mpid": "77"}),
        json!({"source_mpid": from, "destination_mpid": to, "start_unixtime_ms": days(1), "end_unixtime_ms": days(2)}),
        json!({"source_mpid": from, "destination_mpid": to, "start_unixtime_ms": days(-1)}),
        json!({"source_mpid": from, "destination_mpid": to, "start_unixtime_ms": days(91)}),
    ];
    for data in table {
        let answer = order(&shop, &path, data.clone()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{data}");
        let fault = answer.json();
        assert_eq!(fault["code"], "BAD_REQUEST");
        assert!(!fault["message"].as_str().unwrap().is_empty());
    }
    let data = json!({"source_mpid": from, "destination_mpid": to});
    assert_eq!(order(&shop, "/v1/identity/nobody/Alias", data.clone()).await.status, StatusCode::UNAUTHORIZED);
    let isolated = IdentitySettings::profile_isolation();
    shop.room.engine.update_scope(ScopeId(1), "My users", &isolated).await.unwrap();
    assert_eq!(order(&shop, &path, data).await.status, StatusCode::FORBIDDEN, "the strategy has no aliases");
}
