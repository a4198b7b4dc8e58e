//! Uploads, exports, and the files of the screens.

use axum::http::{StatusCode, header};
use serde_json::{Value as Json, json};
use uav_store::ImportId;

use crate::{door, get, post, rpc};

#[tokio::test]
async fn an_upload_is_kept_and_imported_by_its_id() {
    let (room, router) = door().await;
    let lines = "{\"user_identities\":{\"email\":\"ada@example.com\"}}\n".repeat(3);
    let received = post(&router, "/api/uploads?name=orders%20%26%20more.ndjson", lines.clone()).await;
    assert_eq!(received.status, StatusCode::OK, "{:?}", received.body);
    let received = received.json();
    assert_eq!(received["bytes"], lines.len());
    let source = json!({"from": "upload", "id": received["upload"]});
    let preview = rpc(&router, "import_preview", &json!({"source": source})).await.json();
    assert_eq!((&preview["name"], &preview["bytes"]), (&json!("orders___more.ndjson"), &json!(lines.len())));
    let started =
        rpc(&router, "import_start", &json!({"source": source, "workspace": 1, "dry_run": false})).await.json();
    let id = ImportId(started["job"].as_str().unwrap().parse().unwrap());
    assert_eq!(room.engine.imports().finished(id).await.unwrap().record.accepted, 3);
}

#[tokio::test]
async fn an_upload_stays_in_its_folder_and_may_be_large() {
    let (room, router) = door().await;
    let received = post(&router, "/api/uploads?name=..%2F..%2Fetc%2Fpasswd", vec![b'x'; 5 << 20]).await.json();
    let id = received["upload"].as_str().unwrap();
    assert!(!id.contains('/'), "{id}");
    assert_eq!(std::fs::metadata(room.folder.path().join("uploads").join(id)).unwrap().len(), 5 << 20);
    let nameless = post(&router, "/api/uploads", "x").await;
    assert_eq!(nameless.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn refused_lines_are_exported_with_their_reasons() {
    let (room, router) = door().await;
    let lines: String = (0..700).map(|number| format!("{{bad {number}\n")).collect();
    let done = room.import("bad.ndjson", format!("{lines}{{\"mpid\":1}}\n").as_bytes()).await.record;
    assert_eq!((done.refused, done.accepted), (700, 1));
    let export = get(&router, &format!("/api/export/refusals/{}.ndjson", done.id.0)).await;
    assert_eq!((export.status, export.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/x-ndjson"));
    assert_eq!(export.header(header::CONTENT_DISPOSITION), "attachment; filename=\"refused-1.ndjson\"");
    let text = std::str::from_utf8(&export.body).unwrap();
    let refusals: Vec<Json> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(refusals.len(), 700, "more than a page");
    let last = refusals.last().unwrap();
    assert_eq!((&last["line"], &last["reason"], &last["text"]), (&json!(700), &json!("not_json"), &json!("{bad 699")));

    get(&router, "/api/export/refusals/99.ndjson").await.problem(StatusCode::NOT_FOUND, "not_found");
    get(&router, "/api/export/refusals/1.csv").await.problem(StatusCode::NOT_FOUND, "not_found");
    get(&router, "/api/export/refusals/x.ndjson").await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
}

#[tokio::test]
async fn every_address_of_the_screens_is_their_first_page() {
    let (_room, router) = door().await;
    let first = get(&router, "/").await;
    for path in ["/users/-77", "/imports?job=1", "/index.html", "/a/b/c"] {
        let answer = get(&router, path).await;
        assert_eq!((answer.status, &answer.body), (first.status, &first.body), "{path}");
    }
    if first.status == StatusCode::OK {
        assert!(first.header(header::CONTENT_TYPE).starts_with("text/html"));
        assert_eq!(first.header(header::CACHE_CONTROL), "no-cache");
    } else {
        assert!(first.body.starts_with(b"the screens were not built"), "{:?}", first.body);
    }
    for path in ["/assets/nothing.js", "/api/nothing"] {
        assert_eq!(get(&router, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(post(&router, "/users", "").await.status, StatusCode::METHOD_NOT_ALLOWED);
}
