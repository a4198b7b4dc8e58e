//! What a command answers when it cannot do what was asked.

use serde_json::{Value as Json, json};
use uav_admin::{Admin, Host, Tag};
use uav_testkit::Room;

use crate::Desk;

#[tokio::test]
async fn requests_that_do_not_read_name_the_place() {
    let desk = Desk::with_ada().await;
    let search = |change: fn(&mut Json)| {
        let mut request = json!({"query": "a", "environment": "production", "include_former": false, "limit": 10});
        change(&mut request);
        request
    };
    let filter = json!({"inputs": [], "categories": ["screen", "dance"], "names": [], "devices": []});
    let table: Vec<(&str, Json, u64, &str, &str)> = vec![
        ("users_search", search(|request| request["limit"] = json!("many")), 422, "invalid", "limit"),
        ("users_search", search(|request| request["environment"] = json!("moon")), 422, "invalid", "environment"),
        ("users_search", search(|request| request["kind"] = json!("shoe")), 422, "invalid", "kind"),
        ("users_search", search(|request| request["cursor"] = json!("x")), 422, "invalid", "cursor"),
        ("users_search", search(|request| request["query"] = json!("x".repeat(300))), 422, "invalid", "query"),
        ("users_peek", json!({"mpids": ["1", "x"]}), 422, "invalid", "mpids[1]"),
        ("users_peek", json!({"mpids": vec!["1"; 51]}), 422, "invalid", "mpids"),
        ("profile_get", json!({"mpid": "0"}), 422, "invalid", "mpid"),
        ("profile_get", json!({"mpid": -77}), 422, "invalid", "mpid"),
        ("profile_get", json!({"mpid": "5"}), 404, "not_found", ""),
        ("profile_export", json!({"mpid": "5"}), 404, "not_found", ""),
        ("attribute_history", json!({"mpid": "5", "workspace": 1, "name": "a"}), 404, "not_found", ""),
        (
            "activity_page",
            json!({"mpid": "-77", "filter": filter, "oldest_first": false, "limit": 3}),
            422,
            "invalid",
            "filter.categories[1]",
        ),
        ("activity_page", json!({"mpid": "-77", "filter": {"inputs": ["x"]}}), 422, "invalid", "filter.inputs[0]"),
        ("activity_facets", json!({"mpid": "5"}), 404, "not_found", ""),
        ("event_get", json!({"mpid": "-77", "seq": "x"}), 422, "invalid", "seq"),
        ("event_get", json!({"mpid": "-77", "seq": "9"}), 404, "not_found", ""),
        ("event_get", json!({"mpid": "-77", "seq": "1", "index": 3}), 404, "not_found", ""),
        ("import_preview", json!({"source": {"from": "path", "path": "/nowhere.ndjson"}}), 422, "invalid", "source"),
        ("import_preview", json!({"source": {"from": "upload", "id": "../secret"}}), 422, "invalid", "source.id"),
        ("import_refusals", json!({"job": "x", "limit": 1}), 422, "invalid", "job"),
        ("import_pause", json!({"job": "9"}), 404, "not_found", ""),
        ("sample_load", json!({"users": 0, "days": 1, "seed": 1, "workspace": 1}), 422, "invalid", "users"),
        ("sample_load", json!({"users": 1, "days": 731, "seed": 1, "workspace": 1}), 422, "invalid", "days"),
        ("sample_load", json!({"users": 1, "days": 1, "seed": 1, "workspace": 9}), 404, "not_found", ""),
        ("workspace_create", json!({"name": "  "}), 422, "invalid", "name"),
        ("workspace_create", json!({"name": "x".repeat(65)}), 422, "invalid", "name"),
        ("workspace_create", json!({"name": "My workspace"}), 409, "conflict", ""),
        ("workspace_rename", json!({"id": 9, "name": "x"}), 404, "not_found", ""),
        ("no_such_command", json!({}), 404, "not_found", ""),
    ];
    for (command, request, status, code, path) in table {
        let problem = desk.refused(command, request.clone()).await;
        let said = (&problem["status"], &problem["code"]);
        assert_eq!(said, (&json!(status), &json!(code)), "{command} {request}: {problem}");
        assert_eq!(problem["fields"][0]["path"].as_str().unwrap_or_default(), path, "{command} {request}: {problem}");
        assert_eq!(problem["type"], format!("urn:uav:problem:{code}"));
        assert!(!problem["detail"].as_str().unwrap().is_empty() && !problem["title"].as_str().unwrap().is_empty());
    }
    let problem = desk.admin.dispatch("engine_status", b"{nonsense").await.unwrap_err();
    assert_eq!((problem.status, problem.code.as_str()), (400, "bad_request"));
}

#[tokio::test]
async fn a_server_for_others_reads_no_files_of_its_own() {
    let room = Room::new().await;
    let path = room.file("a.ndjson", b"{\"mpid\":1}");
    let admin = Admin::new(room.engine.clone(), Host { local_files: false, ..Host::default() });
    let request = json!({"source": {"from": "path", "path": path}, "workspace": 1, "dry_run": false});
    let problem = admin.dispatch("import_start", request.to_string().as_bytes()).await.unwrap_err();
    assert_eq!((problem.status, problem.code.as_str()), (403, "forbidden"));
}

#[tokio::test]
async fn uploads_stay_in_their_folder_whatever_their_name() {
    let desk = Desk::new().await;
    let mut ids = std::collections::BTreeSet::new();
    for name in ["../../etc/passwd", "..", "", "a/b\\c d.ndjson", "ä.json", ".hidden", ".hidden"] {
        let upload = desk.admin.new_upload(name).await.unwrap();
        assert!(ids.insert(upload.id.clone()), "{name}");
        assert_eq!(upload.path.parent().unwrap(), desk.room.folder.path().join("uploads"), "{name}");
        std::fs::write(&upload.path, "{\"mpid\":1}").unwrap();
        let preview = desk.ask("import_preview", json!({"source": {"from": "upload", "id": upload.id}})).await;
        assert_eq!(preview["rows"][0]["who"], "MPID 1", "{name}");
    }
}

#[tokio::test]
async fn what_becomes_stale_is_told_gathered() {
    let desk = Desk::new().await;
    let mut changes = desk.admin.changes_receiver();
    desk.room.ingest(r#"{"mpid":1}"#).await;
    desk.room.ingest(r#"{"mpid":2}"#).await;
    desk.ask("workspace_create", json!({"name": "Shop"})).await;
    let mut tags = changes.recv().await.unwrap();
    tags.sort_by_key(|tag| format!("{tag:?}"));
    assert_eq!(tags, [Tag::Profiles, Tag::Status, Tag::Workspaces]);
}
