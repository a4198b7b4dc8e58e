//! Who is let in: by secret, by signature, by the key alone.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uav_store::InputKind;
use uav_testkit::NOW_MS;

use super::{Shop, basic};
use crate::{Answer, send};

const BODY: &str = r#"{"environment":"production","known_identities":{"email":"a@b"}}"#;
/// When every room begins, as clients write it.
const DATE: &str = "Mon, 01 Dec 2025 00:00:00 GMT";

fn signature(secret: &str, date: &str, path: &str, body: &str) -> String {
    let mut code = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    code.update(format!("POST\n{date}\n{path}{body}").as_bytes());
    code.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn signed(shop: &Shop, path: &str, date: &str, signature: &str) -> Answer {
    let request = Request::post(path).header("x-mp-key", &shop.key.key.key).header("x-mp-signature", signature);
    send(&shop.router, request.header(header::DATE, date).body(Body::from(BODY)).unwrap()).await
}

#[tokio::test]
async fn the_date_of_the_tests_is_that_of_the_room() {
    assert_eq!(chrono::DateTime::parse_from_rfc2822(DATE).unwrap().timestamp_millis(), NOW_MS);
}

#[tokio::test]
async fn servers_are_told_what_is_wrong_with_their_credentials() {
    let shop = Shop::server().await;
    let (key, secret) = (shop.key.key.key.as_str(), shop.key.secret.as_str());
    let table = [
        (None, StatusCode::UNAUTHORIZED),
        (Some(String::new()), StatusCode::UNAUTHORIZED),
        (Some("Basic".to_owned()), StatusCode::FORBIDDEN),
        (Some("Basic !!!".to_owned()), StatusCode::FORBIDDEN),
        (Some("Bearer abc".to_owned()), StatusCode::FORBIDDEN),
        (Some(basic("nobody", secret)), StatusCode::FORBIDDEN),
        (Some(basic(key, "wrong")), StatusCode::FORBIDDEN),
        (Some(basic(key, "")), StatusCode::FORBIDDEN),
        (Some(basic(key, secret)), StatusCode::ACCEPTED),
        (Some(basic(key, secret).replace("Basic", "basic")), StatusCode::ACCEPTED),
    ];
    for (header, expected) in table {
        let mut request = Request::post("/v2/events");
        if let Some(value) = &header {
            request = request.header(header::AUTHORIZATION, value);
        }
        let answer = send(&shop.router, request.body(Body::from(r#"{"mpid":1}"#)).unwrap()).await;
        assert_eq!(answer.status, expected, "{header:?}");
        if expected != StatusCode::ACCEPTED {
            assert!(answer.json()["errors"][0]["message"].as_str().unwrap().starts_with("Authorization: "));
        }
    }
}

#[tokio::test]
async fn a_signature_opens_what_the_key_alone_does_not() {
    let shop = Shop::of(InputKind::Platform, "ios", None).await;
    let secret = shop.key.secret.clone();
    let alone = Request::post("/v1/identify").header("x-mp-key", &shop.key.key.key).body(Body::from(BODY)).unwrap();
    let alone = send(&shop.router, alone).await;
    assert_eq!((alone.status, alone.body.len()), (StatusCode::FORBIDDEN, 0));

    let good = signature(&secret, DATE, "/v1/identify", BODY);
    assert_eq!(signed(&shop, "/v1/identify", DATE, &good).await.status, StatusCode::OK);
    assert_eq!(signed(&shop, "/identity/v1/identify", DATE, &good).await.status, StatusCode::OK, "the default path");
    let real = signature(&secret, DATE, "/identity/v1/identify", BODY);
    assert_eq!(signed(&shop, "/identity/v1/identify", DATE, &real).await.status, StatusCode::OK, "the real path");
    let iso = signature(&secret, "20251201T000000Z", "/v1/identify", BODY);
    assert_eq!(signed(&shop, "/v1/identify", "20251201T000000Z", &iso).await.status, StatusCode::OK);

    let late = "Mon, 01 Dec 2025 00:16:00 GMT";
    let faulty = [
        (late, signature(&secret, late, "/v1/identify", BODY)),
        (DATE, signature("wrong", DATE, "/v1/identify", BODY)),
        (DATE, signature(&secret, DATE, "/v1/login", BODY)),
        (DATE, good.to_uppercase()),
        ("yesterday", signature(&secret, "yesterday", "/v1/identify", BODY)),
    ];
    for (date, signature) in faulty {
        let answer = signed(&shop, "/v1/identify", date, &signature).await;
        assert_eq!((answer.status, answer.body.len()), (StatusCode::UNAUTHORIZED, 0), "{date} {signature}");
    }
}

#[tokio::test]
async fn the_body_that_was_packed_is_signed_unpacked() {
    let shop = Shop::of(InputKind::Platform, "android", None).await;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packer, BODY.as_bytes()).unwrap();
    let request = Request::post("/v1/identify")
        .header("x-mp-key", &shop.key.key.key)
        .header("x-mp-signature", signature(&shop.key.secret, DATE, "/v1/identify", BODY))
        .header(header::DATE, DATE)
        .header(header::CONTENT_ENCODING, "gzip");
    let answer = send(&shop.router, request.body(Body::from(packer.finish().unwrap())).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn a_feed_may_not_ask_for_identities_and_a_stranger_may_nothing() {
    let feed = Shop::of(InputKind::CustomFeed, "feed", None).await;
    let answer = feed.post("/v1/identify", BODY).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::FORBIDDEN, 0));
    let stranger = Request::post("/v1/identify").body(Body::from(BODY)).unwrap();
    let answer = send(&feed.router, stranger).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::UNAUTHORIZED, 0));
    let server = Shop::server().await;
    assert_eq!(server.post("/v1/identify", BODY).await.status, StatusCode::OK);
    let path = format!("/v3/JS/{}/events", server.key.key.key);
    let page = send(&server.router, Request::post(path).body(Body::from(r#"{"mpid":1}"#)).unwrap()).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "a key with a secret does not open without it");
}

#[tokio::test]
async fn a_page_of_any_origin_may_ask() {
    let shop = Shop::web().await;
    let preflight = Request::options("/v1/login")
        .header(header::ORIGIN, "https://shop.example")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type,x-mp-key");
    let answer = send(&shop.router, preflight.body(Body::empty()).unwrap()).await;
    assert!(answer.status.is_success());
    assert_eq!(answer.headers["access-control-allow-origin"], "*");
    assert_eq!(answer.headers["access-control-allow-headers"], "content-type,x-mp-key");
    assert!(answer.headers["access-control-allow-methods"].to_str().unwrap().contains("POST"));
    let asked = Request::post("/v1/identify")
        .header(header::ORIGIN, "https://shop.example")
        .header("x-mp-key", &shop.key.key.key)
        .body(Body::from(BODY));
    let answer = send(&shop.router, asked.unwrap()).await;
    assert_eq!(answer.headers["x-mp-max-age"], "86400");
    assert!(answer.headers["access-control-expose-headers"].to_str().unwrap().contains("x-mp-max-age"));
}
