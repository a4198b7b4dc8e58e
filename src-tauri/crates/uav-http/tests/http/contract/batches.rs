//! The Events API and the browser's door.

use std::io::Write as _;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;
use uav_core::IdentityType;
use uav_core::batch::Environment;
use uav_engine::ServiceLimits;
use uav_store::InputKind;
use uav_testkit::NOW_MS;

use super::{Shop, basic};
use crate::send;

const ANN: &str =
    r#"{"source_request_id":"r-1","user_identities":{"email":"ann@example.com"},"user_attributes":{"plan":"gold"}}"#;

#[tokio::test]
async fn a_batch_is_taken_once_and_answered_with_nothing() {
    let shop = Shop::server().await;
    for _again in 0..2 {
        let answer = shop.post("/v2/events", ANN).await;
        assert_eq!((answer.status, answer.body.len()), (StatusCode::ACCEPTED, 0));
    }
    assert_eq!(shop.post("/s2s/v2/events", ANN).await.status, StatusCode::ACCEPTED);
    assert_eq!(shop.batches().await, 1);
    let profiles = shop.room.profiles().await;
    assert!(profiles[0].record.holds(IdentityType::Email, "ann@example.com"));
}

#[tokio::test]
async fn a_faulty_batch_is_answered_with_its_faults_and_leaves_only_a_refusal() {
    let shop = Shop::server().await;
    let body = r#"{"user_identities":{"email":"a@b"},"events":[{"data":{}},{"event_type":"custom_event","data":{}}]}"#;
    let answer = shop.post("/v2/events", body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let messages =
        ["events[0].event_type: required, missing or empty", "events[1].data.event_name: required, missing or empty"];
    let errors = messages.map(|message| json!({"code": "BAD_REQUEST", "message": message}));
    assert_eq!(answer.json(), json!({"errors": errors}));
    assert_eq!(shop.batches().await, 0);
    assert!(shop.room.profiles().await.is_empty());
    let mut refused = shop.refused().await;
    refused.reverse();
    assert_eq!(refused, messages);
}

#[tokio::test]
async fn of_a_bulk_the_good_are_taken_and_the_bad_can_be_listed() {
    let shop = Shop::server().await;
    let bulk = format!("[{ANN}, {{\"events\":[]}}, {{\"mpid\":7,\"user_attributes\":{{\"a\":1}}}}, 5]");
    let answer = shop.post("/v2/bulkevents", bulk).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::ACCEPTED, 0));
    assert_eq!(shop.batches().await, 2);
    let refused = shop.refused().await;
    assert_eq!(refused.len(), 2, "{refused:?}");

    let many = format!("[{}]", vec![ANN; 101].join(","));
    let answer = shop.post("/v2/bulkevents", many).await;
    assert_eq!(answer.json()["errors"][0]["message"], "101 batches, at most 100");
    assert_eq!(shop.post("/v2/bulkevents", ANN).await.status, StatusCode::BAD_REQUEST, "an object is no bulk");
    assert_eq!(shop.post("/v2/events", "[]").await.status, StatusCode::BAD_REQUEST, "a list is no batch");
    assert_eq!(shop.post("/v2/bulkevents", "").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(shop.post("/v2/bulkevents", "[]").await.status, StatusCode::ACCEPTED);
}

#[tokio::test]
async fn the_past_comes_by_its_own_path() {
    let shop = Shop::server().await;
    let batch = |time_ms: i64| {
        json!([{"user_identities": {"email": "a@b"}, "events":
            [{"event_type": "custom_event", "data": {"event_name": "Old", "timestamp_unixtime_ms": time_ms}}]}])
    };
    let hours = |hours: i64| NOW_MS - hours * 60 * 60 * 1_000;
    let path = "/v2/bulkevents/historical";
    assert_eq!(shop.post(path, batch(hours(73)).to_string()).await.status, StatusCode::ACCEPTED);
    assert_eq!(shop.batches().await, 1);
    assert_eq!(shop.post(path, batch(hours(71)).to_string()).await.status, StatusCode::ACCEPTED);
    assert_eq!(shop.post(path, r#"[{"user_identities":{"email":"a@b"}}]"#).await.status, StatusCode::ACCEPTED);
    assert_eq!(shop.batches().await, 1, "what is too new or has no events is not processed");
    assert_eq!(shop.refused().await.len(), 2);
}

#[tokio::test]
async fn bodies_may_be_packed_and_are_counted_unpacked() {
    let shop = Shop::server().await;
    let send_packed = async |text: &[u8], encoding: &str| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(text).unwrap();
        let request = Request::post("/v2/events").header(header::AUTHORIZATION, shop.basic());
        let request = request.header(header::CONTENT_ENCODING, encoding).body(Body::from(packer.finish().unwrap()));
        send(&shop.router, request.unwrap()).await
    };
    assert_eq!(send_packed(ANN.as_bytes(), "gzip").await.status, StatusCode::ACCEPTED);
    assert_eq!(send_packed(ANN.as_bytes(), "br").await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let bomb = vec![b' '; 64 << 20];
    let answer = send_packed(&bomb, "gzip").await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer.json()["errors"][0]["message"], "the request must be under 262144 bytes");
    let request = Request::post("/v2/events").header(header::AUTHORIZATION, shop.basic());
    let request = request.header(header::CONTENT_ENCODING, "gzip").body(Body::from("no gzip")).unwrap();
    assert_eq!(send(&shop.router, request).await.status, StatusCode::BAD_REQUEST);
    let large = format!("{{\"mpid\":1{}}}", " ".repeat(256 << 10));
    assert_eq!(shop.post("/v2/events", large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(shop.batches().await, 1);
}

#[tokio::test]
async fn a_browser_is_never_told_that_its_content_is_wrong() {
    let shop = Shop::web().await;
    for body in ["", "no json", "[]", "{}", r#"{"events":[{}]}"#, r#"{"mpid":"7","events":[{"event_type":"no_such"}]}"#]
    {
        let path = format!("/v3/JS/{}/events", shop.key.key.key);
        let answer = send(&shop.router, Request::post(path).body(Body::from(body)).unwrap()).await;
        assert_eq!(answer.status, StatusCode::ACCEPTED, "{body}");
        assert_eq!(answer.headers["access-control-allow-origin"], "*");
    }
    assert_eq!(shop.batches().await, 1, "the last one names somebody");
    assert!(shop.refused().await.len() >= 6);
    let unknown = send(&shop.router, Request::post("/v3/JS/nobody/events").body(Body::from(ANN)).unwrap()).await;
    assert_eq!((unknown.status, unknown.body.len()), (StatusCode::UNAUTHORIZED, 0));
    assert_eq!(unknown.headers["access-control-allow-origin"], "*", "a page may see the fault");
}

#[tokio::test]
async fn the_environments_never_mix() {
    let shop = Shop::of(InputKind::Platform, "web", Some(Environment::Development)).await;
    let batch =
        |environment: &str| json!({"environment": environment, "user_identities": {"email": "a@b"}}).to_string();
    assert_eq!(shop.post("/v2/events", batch("development")).await.status, StatusCode::ACCEPTED);
    let answer = shop.post("/v2/events", batch("production")).await;
    let message = answer.json()["errors"][0]["message"].clone();
    assert_eq!(message, "environment: this key is not for production data");
    let page = shop.page(&json!({"environment": "production", "user_identities": {"email": "a@b"}})).await;
    assert_eq!(page.status, StatusCode::ACCEPTED);
    assert_eq!(shop.batches().await, 1);
    let login = json!({"environment": "production", "known_identities": {"email": "a@b"}});
    assert_eq!(shop.ask("/v1/login", &login).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_partner_must_not_change_consent() {
    let shop = Shop::of(InputKind::PartnerFeed, "feed", None).await;
    let batch = json!({"user_identities": {"email": "a@b"}, "user_attributes": {"a": 1},
        "consent_state": {"gdpr": {"marketing": {"consented": true, "timestamp_unixtime_ms": 1}}}});
    assert_eq!(shop.post("/v2/events", batch.to_string()).await.status, StatusCode::ACCEPTED);
    let profile = &shop.room.profiles().await[0];
    assert!(profile.workspaces()[0].consent.records().is_empty());
    assert_eq!(shop.refused().await, ["consent_state: a partner's feed must not change consent"]);
}

#[tokio::test]
async fn over_the_limit_a_sender_is_told_when_to_come_again() {
    let shop = Shop::server().await;
    let limits = ServiceLimits { batches_per_s: Some(4), ..ServiceLimits::default() };
    shop.room.engine.set_limits(limits).await.unwrap();
    let first = shop.post("/v2/events", ANN).await;
    assert_eq!(
        (first.status, &first.headers["x-mp-rate-limit-percentage-used"]),
        (StatusCode::ACCEPTED, &"25".parse().unwrap())
    );
    let bulk = format!("[{}]", [ANN; 3].join(","));
    assert_eq!(shop.post("/v2/bulkevents", bulk).await.headers["x-mp-rate-limit-percentage-used"], "100");
    let late = shop.post("/v2/events", ANN).await;
    assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        (&late.headers["retry-after"], &late.headers["x-mp-rate-limit-exceeded"]),
        (&"1".parse().unwrap(), &"org".parse().unwrap())
    );
    shop.room.world.set_now_ms(NOW_MS + 1_000);
    assert_eq!(shop.post("/v2/events", ANN).await.status, StatusCode::ACCEPTED);
}

#[tokio::test]
async fn a_revoked_key_opens_nothing_and_its_successor_does() {
    let shop = Shop::server().await;
    let next = shop.room.engine.create_key(shop.key.input.id, None).await.unwrap();
    assert_eq!(shop.post("/v2/events", ANN).await.status, StatusCode::ACCEPTED);
    shop.room.engine.revoke_key(&shop.key.key.key).await.unwrap();
    assert_eq!(shop.post("/v2/events", ANN).await.status, StatusCode::FORBIDDEN);
    let request = Request::post("/v2/events").header(header::AUTHORIZATION, basic(&next.key.key, &next.secret));
    let answer = send(&shop.router, request.body(Body::from(ANN)).unwrap()).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED);
    assert_eq!(shop.batches().await, 1, "one memory of requests for all keys of an input");
}
