//! The Profile API, and the searches of the older contract.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value as Json, json};
use uav_core::{ScopeId, WorkspaceId};

use super::Shop;
use crate::{Answer, send};

/// A reader with a token, and a user to read.
struct Desk {
    shop: Shop,
    token: String,
}

impl Desk {
    async fn new() -> Self {
        let shop = Shop::server().await;
        let batch = json!({"mpid": 9_080_350_317_581_165_001_i64, "user_identities": {"customer_id": "c-1", "email": "a@b.example"},
            "device_info": {"android_uuid": "a1b2"}, "user_attributes": {"$city": "Lyon", "n": 12, "list": ["b", 1], "tag": null},
            "events": [{"event_type": "custom_event", "data": {"event_name": "Hello", "timestamp_unixtime_ms": 1_764_540_000_000_i64}}]});
        assert_eq!(shop.post("/v2/events", batch.to_string()).await.status, StatusCode::ACCEPTED);
        let made = shop.room.engine.create_credential("Report", &[WorkspaceId(1)]).await.unwrap();
        let asked = json!({"client_id": made.credential.client_id, "client_secret": made.secret,
            "audience": "https://api.mparticle.com", "grant_type": "client_credentials"});
        let request = Request::post("/oauth/token").header(header::CONTENT_TYPE, "application/json");
        let answer = send(&shop.router, request.body(Body::from(asked.to_string())).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK);
        let token = answer.json();
        assert_eq!((&token["token_type"], &token["expires_in"]), (&json!("Bearer"), &json!(28_800)));
        Self { shop, token: token["access_token"].as_str().unwrap().to_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        send(&self.shop.router, request.body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, body: &Json) -> Answer {
        let request = Request::post(path).header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        send(&self.shop.router, request.body(Body::from(body.to_string())).unwrap()).await
    }
}

const ANN: &str = "/userprofile/v1/1/1/1/9080350317581165001";

#[tokio::test]
async fn a_profile_is_read_by_its_mpid_to_the_last_digit() {
    let desk = Desk::new().await;
    let all = "?fields=user_identities,device_identities,user_attributes,audience_memberships,attribution";
    let answer = desk.get(&format!("{ANN}{all}")).await;
    assert_eq!(answer.status, StatusCode::OK);
    let text = std::str::from_utf8(&answer.body).unwrap();
    assert!(text.contains("9080350317581165001"), "{text}");
    let profile = answer.json();
    assert_eq!(profile["user_attributes"], json!({"$city": "Lyon", "n": "12", "list": ["b", "1"], "tag": null}));
    let identity = |kind: &str, value: &str| json!({"type": kind, "encoding": "none", "value": value});
    assert_eq!(profile["user_identities"], json!([identity("customer_id", "c-1"), identity("email", "a@b.example")]));
    assert_eq!(profile["device_identities"], json!([identity("android_id", "a1b2")]));
    assert_eq!((&profile["is_opted_out"], &profile["limit_ad_tracking"]), (&json!(false), &Json::Null));
    assert_eq!((&profile["audience_memberships"], &profile["account_userattributes"]), (&json!([]), &Json::Null));
    assert_eq!(desk.post(&format!("{ANN}{all}"), &json!({})).await.json(), profile, "POST does the same");
    let little = desk.get(&format!("{ANN}?fields=user_attributes")).await.json();
    assert!(little.get("user_identities").is_none() && little.get("user_attributes").is_some());
}

#[tokio::test]
async fn a_profile_is_resolved_by_its_immutable_identity() {
    let desk = Desk::new().await;
    let path = "/userprofile/v1/resolve/1/1/1?fields=user_identities";
    let asked = |kind: &str, value: &str, environment: &str| json!({"environment_type": environment, "identity": {"type": kind, "value": value}});
    let found = desk.post(path, &asked("customer_id", "c-1", "production")).await;
    assert_eq!((found.status, found.json()["mpid"].as_i64()), (StatusCode::OK, Some(9_080_350_317_581_165_001)));
    let table = [
        (asked("customer_id", "c-2", "production"), "profile not found"),
        (asked("customer_id", "c-1", "development"), "profile not found"),
        (asked("email", "a@b.example", "production"), "identity.type: email is not immutable in this workspace"),
        (asked("shoe_size", "44", "production"), "identity.type"),
        (json!({}), "environment_type"),
    ];
    for (body, message) in table {
        let answer = desk.post(path, &body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
        let fault = answer.json();
        assert_eq!(fault["errors"][0]["code"], "BAD_REQUEST");
        assert!(fault["errors"][0]["message"].as_str().unwrap().starts_with(message), "{fault}");
    }
}

#[tokio::test]
async fn what_a_token_is_not_for_is_refused() {
    let desk = Desk::new().await;
    let engine = &desk.shop.room.engine;
    let other = engine.create_workspace("Other", ScopeId(1)).await.unwrap();
    let table = [
        (ANN.to_owned(), StatusCode::BAD_REQUEST),
        (format!("{ANN}?fields="), StatusCode::BAD_REQUEST),
        (format!("{ANN}?fields=user_attributes,shoes"), StatusCode::BAD_REQUEST),
        (format!("{ANN}?fields=user_attributes,%20user_identities"), StatusCode::OK),
        ("/userprofile/v1/1/1/1/77?fields=user_attributes".to_owned(), StatusCode::BAD_REQUEST),
        ("/userprofile/v1/1/1/1/abc?fields=user_attributes".to_owned(), StatusCode::BAD_REQUEST),
        (format!("/userprofile/v1/1/1/{}/77?fields=user_attributes", other.id), StatusCode::FORBIDDEN),
        ("/userprofile/v1/1/1/99/77?fields=user_attributes".to_owned(), StatusCode::FORBIDDEN),
        ("/userprofile/v1/2/1/1/77?fields=user_attributes".to_owned(), StatusCode::FORBIDDEN),
    ];
    for (path, expected) in table {
        assert_eq!(desk.get(&path).await.status, expected, "{path}");
    }
    let path = format!("{ANN}?fields=user_attributes");
    for token in ["", "x", "a.b.c", &desk.token[..desk.token.len() - 1]] {
        let request = Request::get(&path).header(header::AUTHORIZATION, format!("Bearer {token}"));
        let answer = send(&desk.shop.router, request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{token}");
    }
    desk.shop.room.world.set_now_ms(uav_testkit::NOW_MS + 28_801_000);
    assert_eq!(desk.get(&path).await.status, StatusCode::UNAUTHORIZED, "past its time");
}

#[tokio::test]
async fn a_wrong_secret_gets_no_token() {
    let desk = Desk::new().await;
    let post = async |kind: &str, body: &str| {
        let request = Request::post("/oauth/token").header(header::CONTENT_TYPE, kind);
        send(&desk.shop.router, request.body(Body::from(body.to_owned())).unwrap()).await
    };
    let wrong = r#"{"client_id":"a","client_secret":"b","grant_type":"client_credentials"}"#;
    let answer = post("application/json", wrong).await;
    assert_eq!((answer.status, &answer.json()["error"]), (StatusCode::UNAUTHORIZED, &json!("invalid_client")));
    let answer = post("application/json", r#"{"client_id":"a","client_secret":"b","grant_type":"password"}"#).await;
    assert_eq!((answer.status, &answer.json()["error"]), (StatusCode::BAD_REQUEST, &json!("unsupported_grant_type")));
    assert_eq!(post("application/json", "{").await.json()["error"], "invalid_request");
    let form = "client_id=a&client_secret=b&grant_type=client_credentials";
    assert_eq!(post("application/x-www-form-urlencoded", form).await.json()["error"], "invalid_client");
}

#[tokio::test]
async fn the_older_searches_find_users_and_their_batches() {
    let desk = Desk::new().await;
    let search = json!({"identity": {"type": "email", "encoding": "none", "value": "A@b.example"}});
    let found = desk.post("/v1/app/1/consumerprofile/search", &search).await.json();
    assert_eq!(found["consumer_profiles"][0]["id"].as_i64(), Some(9_080_350_317_581_165_001));
    let nobody = json!({"identity": {"type": "email", "encoding": "none", "value": "z@b.example"}});
    assert_eq!(desk.post("/v1/app/1/consumerprofile/search", &nobody).await.json(), json!({"consumer_profiles": []}));
    let history = json!({"user_id": 9_080_350_317_581_165_001_i64, "from": "2025-11-01 00:00:00"});
    let found = desk.post("/v1/app/1/events/search", &history).await.json();
    assert_eq!(found[0]["events"][0]["data"]["event_name"], "Hello");
    let later = json!({"user_id": 9_080_350_317_581_165_001_i64, "from": "2025-12-24T00:00:00+01:00"});
    assert_eq!(desk.post("/v1/app/1/events/search", &later).await.json(), json!([]));
}
