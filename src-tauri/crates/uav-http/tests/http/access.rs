//! Who may come in.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base64::Engine as _;
use uav_admin::{Admin, Host};
use uav_http::{Access, ContractLimits, router};
use uav_testkit::Room;

use crate::{door, get, send};

#[tokio::test]
async fn on_this_machine_only_its_own_names_are_answered() {
    let (_room, router) = door().await;
    let table = [
        ("localhost", true),
        ("localhost:8080", true),
        ("127.0.0.1:1", true),
        ("[::1]:8080", true),
        ("[::1]", true),
        ("", false),
        ("evil.example", false),
        ("localhost.evil.example", false),
        ("127.0.0.1.evil.example:80", false),
        ("192.168.1.5:8080", false),
        ("[::2]", false),
        ("evil.example:localhost", false),
    ];
    for (host, welcome) in table {
        let request = Request::post("/api/rpc/engine_status").header(header::HOST, host).header("x-uav", "1");
        let answer = send(&router, request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status == StatusCode::OK, welcome, "{host}: {}", answer.status);
        if !welcome {
            answer.problem(StatusCode::FORBIDDEN, "forbidden");
        }
    }
    let nameless = Request::get("/").body(Body::empty()).unwrap();
    send(&router, nameless).await.problem(StatusCode::FORBIDDEN, "forbidden");
}

#[tokio::test]
async fn acts_must_come_from_our_own_screens() {
    let (room, router) = door().await;
    for (method, path) in [
        (Method::POST, "/api/rpc/workspace_create"),
        (Method::POST, "/api/uploads?name=a"),
        (Method::PUT, "/api/rpc/engine_status"),
        (Method::DELETE, "/api/export/refusals/1.ndjson"),
    ] {
        let request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        let request =
            request.header(header::ORIGIN, "https://evil.example").body(Body::from(r#"{"name":"x"}"#)).unwrap();
        let problem = send(&router, request).await.problem(StatusCode::FORBIDDEN, "forbidden");
        assert!(problem["detail"].as_str().unwrap().contains("x-uav"), "{problem}");
    }
    assert_eq!(room.engine.workspaces().await.unwrap().len(), 1);
}

#[tokio::test]
async fn every_answer_tells_the_browser_to_keep_to_itself() {
    let (_room, router) = door().await;
    let strange = Request::get("/").header(header::HOST, "evil.example").body(Body::empty()).unwrap();
    for answer in [get(&router, "/").await, get(&router, "/api/nothing").await, send(&router, strange).await] {
        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'self'; ") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe-eval") && !policy.contains("script-src"), "{policy}");
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer");
    }
}

#[tokio::test]
async fn elsewhere_an_operator_signs_in() {
    let room = Room::new().await;
    let admin = Admin::new(room.engine.clone(), Host { local_files: false, ..Host::default() });
    let check = Arc::new(|name: &str, secret: &str| name == "ops" && secret == "open: sesame");
    let router = router(admin, Access::Operators(check), ContractLimits::default());
    let basic = |pair: &str| format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair));
    let table = [
        (None, false),
        (Some(String::new()), false),
        (Some("Basic".to_owned()), false),
        (Some("Basic %%%".to_owned()), false),
        (Some(basic("ops")), false),
        (Some(basic("ops:wrong")), false),
        (Some(basic("other:open: sesame")), false),
        (Some(basic("ops:open: sesame").replace("Basic", "Bearer")), false),
        (Some(basic("ops:open: sesame")), true),
    ];
    for (authorization, welcome) in table {
        for (path, acts) in [("/api/rpc/engine_status", true), ("/", false)] {
            let mut request = Request::builder().method(if acts { Method::POST } else { Method::GET }).uri(path);
            request = request.header(header::HOST, "data.example.com").header("x-uav", "1");
            if let Some(authorization) = &authorization {
                request = request.header(header::AUTHORIZATION, authorization);
            }
            let answer = send(&router, request.body(Body::empty()).unwrap()).await;
            if welcome {
                assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
                assert!(!acts || answer.status == StatusCode::OK);
            } else {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path} {authorization:?}");
                let challenge = answer.header(header::WWW_AUTHENTICATE);
                assert_eq!(challenge, "Basic realm=\"User Activity View\", charset=\"UTF-8\"");
                assert!(answer.body.is_empty());
            }
        }
    }
    // Signed in or not: another site's page cannot act.
    let request = Request::post("/api/rpc/engine_status").header(header::AUTHORIZATION, basic("ops:open: sesame"));
    send(&router, request.body(Body::empty()).unwrap()).await.problem(StatusCode::FORBIDDEN, "forbidden");
}

#[test]
fn loopback_is_told_from_other_addresses() {
    for (address, loopback) in [
        ("127.0.0.1:80", true),
        ("127.9.9.9:80", true),
        ("[::1]:80", true),
        ("0.0.0.0:80", false),
        ("10.0.0.1:80", false),
        ("[::]:80", false),
    ] {
        assert_eq!(Access::is_loopback(&address.parse().unwrap()), loopback, "{address}");
    }
}
