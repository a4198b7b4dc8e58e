//! Every command of the table, asked at least once.

use serde_json::{Value as Json, json};
use uav_admin::COMMANDS;
use uav_core::batch::Environment;
use uav_core::{InputId, Reason, Refusal, ScopeId, WorkspaceId};
use uav_engine::{AliasOrder, AliasOutcome, Source};
use uav_store::{ImportId, ImportRecord, ImportState, ImportStore};
use uav_testkit::NOW_MS;

use crate::Desk;

#[tokio::test]
async fn every_command_of_the_table_answers() {
    let desk = Desk::with_ada().await;
    engine(&desk).await;
    users(&desk).await;
    profile(&desk).await;
    activity(&desk).await;
    imports(&desk).await;
    workspaces(&desk).await;
    inputs(&desk).await;
    readers(&desk).await;
    aliases(&desk).await;
    scopes(&desk).await;
    service(&desk).await;
    let mut commands: Vec<_> = COMMANDS.iter().map(|command| (*command).to_owned()).collect();
    commands.sort();
    assert_eq!(desk.asked(), commands);
}

async fn engine(desk: &Desk) {
    let status = desk.ask("engine_status", json!({})).await;
    assert_eq!((&status["profiles"], &status["batches"], &status["events"]), (&json!(1), &json!(2), &json!(3)));
    assert_eq!((&status["local_files"], &status["import_percent"]), (&json!(true), &Json::Null));
    let storage = desk.ask("storage_get", json!({})).await;
    assert_eq!((&storage["production_profiles"], &storage["development_profiles"]), (&json!(1), &json!(0)));
    assert_eq!((&storage["identities"], &storage["first_received_ms"]), (&json!(3), &json!(NOW_MS)));
    assert_eq!(storage["last_received_ms"], NOW_MS + 60_000);
}

async fn users(desk: &Desk) {
    let request = json!({"query": " ADA@", "environment": "production", "include_former": false, "limit": 10});
    let found = desk.ask("users_search", request).await;
    assert_eq!(
        (&found["exact"], &found["prefix"], &found["infix"], &found["users"]),
        (&json!(0), &json!(1), &json!(0), &json!(1))
    );
    assert_eq!((&found["searched"], &found["next"]), (&json!(1), &Json::Null));
    let hit = &found["hits"][0];
    assert_eq!((&hit["mpid"], &hit["name"], &hit["known"]), (&json!("-77"), &json!("Ada Lovelace"), &json!(true)));
    assert_eq!(
        (&hit["rank"], &hit["kind"], &hit["value"]),
        (&json!("prefix"), &json!("email"), &json!("Ada@example.com"))
    );
    assert_eq!((&hit["customer_id"], &hit["platforms"]), (&json!("c1"), &json!(["web"])));
    assert_eq!(found["kinds"][0], json!({"kind": "email", "label": "Email", "count": 1}));

    let request =
        json!({"query": "1", "environment": "development", "kind": "mpid", "include_former": true, "limit": 10});
    assert_eq!(desk.ask("users_search", request).await["users"], 0);

    // Pages of one hit each join to all of them.
    let (mut cursor, mut kinds) = (Json::Null, Vec::new());
    loop {
        let request =
            json!({"query": "a", "environment": "production", "include_former": false, "limit": 1, "cursor": cursor});
        let page = desk.ask("users_search", request).await;
        kinds.extend(page["hits"].as_array().unwrap().iter().map(|hit| hit["kind"].clone()));
        cursor = page["next"].clone();
        if cursor.is_null() {
            break;
        }
    }
    assert_eq!(kinds, ["email", "device_application_stamp"]);

    let lines = desk.ask("users_peek", json!({"mpids": ["5", "-77"]})).await;
    assert_eq!(lines["users"].as_array().unwrap().len(), 1);
    assert_eq!((&lines["users"][0]["mpid"], &lines["users"][0]["identity"]), (&json!("-77"), &json!("c1")));
}

async fn profile(desk: &Desk) {
    let profile = desk.ask("profile_get", json!({"mpid": "-77"})).await;
    assert_eq!((&profile["name"], &profile["known"]), (&json!("Ada Lovelace"), &json!(true)));
    assert_eq!((&profile["batches"], &profile["events"], &profile["workspace"]), (&json!(2), &json!(3), &json!(1)));
    let names = |list: &str, member: &str| -> Vec<Json> {
        profile[list].as_array().unwrap().iter().map(|entry| entry[member].clone()).collect()
    };
    assert_eq!(names("identities", "kind"), ["customer_id", "email", "device_application_stamp"]);
    assert_eq!(names("attributes", "name"), ["$FirstName", "$LastName", "big", "genres", "plan"]);
    let big = &profile["attributes"][2]["value"];
    assert_eq!((&big["kind"], &big["text"]), (&json!("number"), &json!("9007199254740993")));
    assert_eq!(profile["attributes"][3]["value"]["items"], json!(["jazz", "rock"]));
    assert_eq!((&profile["attributes"][4]["seq"], &profile["attributes"][4]["input"]), (&json!("2"), &json!("Web")));
    assert_eq!(names("devices", "stamp"), ["DAS-1"]);
    assert_eq!(names("consent", "purpose"), ["marketing"]);
    let days: i64 =
        ["screen", "commerce", "custom"].iter().map(|name| profile["days"][0][name].as_i64().unwrap()).sum();
    assert_eq!(days, 3);

    let export = desk.ask("profile_export", json!({"mpid": "-77"})).await;
    let text = export["json"].as_str().unwrap();
    let exported: Json = serde_json::from_str(text).unwrap();
    assert_eq!(exported["mpid"], "-77");
    assert!(text.contains("\"9007199254740993\""), "a number that a double cannot hold is a string");

    let history = desk.ask("attribute_history", json!({"mpid": "-77", "workspace": 1, "name": "plan"})).await;
    let values: Vec<_> =
        history["changes"].as_array().unwrap().iter().map(|change| change["value"]["text"].clone()).collect();
    assert_eq!((values, &history["truncated"]), (vec![json!("silver"), json!("gold")], &json!(false)));
}

async fn activity(desk: &Desk) {
    let filter = json!({"inputs": [], "categories": [], "names": [], "devices": []});
    let request = json!({"mpid": "-77", "filter": filter, "oldest_first": false, "limit": 3});
    let page = desk.ask("activity_page", request.clone()).await;
    let named = |page: &Json| -> Vec<Json> {
        page["events"].as_array().unwrap().iter().map(|event| event["event_type"].clone()).collect()
    };
    assert_eq!(named(&page), ["profile", "commerce_event", "custom_event"]);
    let order = &page["events"][1];
    assert_eq!((&order["amount"], &order["currency"]), (&json!("354.10"), &json!("EUR")));
    assert_eq!(order["commerce"]["products"][0]["name"], "Tent");
    assert_eq!(page["batches"].as_array().unwrap().len(), 2);
    assert_eq!(page["batches"][0]["input_name"], "Web");
    let mut next = request;
    next["cursor"] = page["next"].clone();
    let rest = desk.ask("activity_page", next).await;
    assert_eq!((named(&rest), &rest["next"]), (vec![json!("screen_view")], &Json::Null));

    let facets = desk.ask("activity_facets", json!({"mpid": "-77"})).await;
    assert_eq!(facets["inputs"][0], json!({"value": "1", "label": "Web", "count": 3}));
    assert_eq!(facets["names"].as_array().unwrap().len(), 3);

    let event = desk.ask("event_get", json!({"mpid": "-77", "seq": "1", "index": 1})).await;
    assert_eq!(event["event"]["name"], "Search");
    assert!(event["event_json"].as_str().unwrap().contains("\"term\": \"tent\""), "{}", event["event_json"]);
    assert_eq!(event["raw"], crate::ADA);
    let batch = desk.ask("event_get", json!({"mpid": "-77", "seq": "2"})).await;
    assert_eq!(batch["event"], Json::Null);
}

async fn imports(desk: &Desk) {
    let lines =
        "{\"user_identities\":{\"email\":\"bob@example.com\"}}\n{bad\n{\"mpid\":9,\"user_attributes\":{\"m\":{}}}\n";
    let path = desk.room.file("shop.ndjson", lines.as_bytes());
    let source = json!({"from": "path", "path": path});
    let preview = desk.ask("import_preview", json!({"source": source})).await;
    assert_eq!(
        (&preview["name"], &preview["format"], &preview["compression"]),
        (&json!("shop.ndjson"), &json!("NDJSON"), &json!("plain"))
    );
    assert_eq!((&preview["rows"][0]["who"], &preview["rows"][2]["line"]), (&json!("Email bob@example.com"), &json!(3)));
    assert!(preview["rows"][1]["fault"].as_str().unwrap().starts_with("not JSON"));

    let dry = desk.ask("import_start", json!({"source": source, "workspace": 1, "dry_run": true})).await;
    let dry = desk.rest(&dry).await;
    let done = desk.ask("import_start", json!({"source": source, "workspace": 1, "dry_run": false})).await;
    let done = desk.rest(&done).await;
    for (job, dry_run) in [(&dry, true), (&done, false)] {
        assert_eq!((&job["state"], &job["dry_run"], &job["sample"]), (&json!("done"), &json!(dry_run), &json!(false)));
        let counts = ["lines", "accepted", "refused", "remarks", "created"].map(|count| job[count].as_i64().unwrap());
        assert_eq!(counts, [3, 2, 1, 1, 2]);
        assert_eq!(job["reasons"][0], json!({"reason": "not_json", "label": "Not JSON", "count": 1}));
    }
    let page = desk.ask("import_refusals", json!({"job": done["job"], "limit": 1})).await;
    assert_eq!((&page["refusals"][0]["line"], &page["refusals"][0]["text"]), (&json!(2), &json!("{bad")));
    let request = json!({"job": done["job"], "reason": "wrong_type", "cursor": null, "limit": 9});
    let page = desk.ask("import_refusals", request).await;
    assert_eq!(page["refusals"][0]["message"], "user_attributes.m: an object where a scalar or a list belongs");

    acts(desk, &path.display().to_string(), lines.len()).await;
    let sample = desk.ask("sample_load", json!({"users": 5, "days": 2, "seed": 1, "workspace": 1})).await;
    let sample = desk.rest(&sample).await;
    assert_eq!(
        (&sample["state"], &sample["sample"], &sample["name"]),
        (&json!("done"), &json!(true), &json!("Sample shop"))
    );
}

/// Jobs that are held: one is held again and gone on with, one is stopped.
async fn acts(desk: &Desk, path: &str, bytes: usize) {
    for id in [50, 51] {
        let source = format!("import:1:file:{bytes}:{path}");
        let record = ImportRecord { id: ImportId(id), source, state: ImportState::Paused, ..ImportRecord::default() };
        desk.room.store.put_import(&record).await.unwrap();
    }
    assert_eq!(desk.ask("import_pause", json!({"job": "50"})).await["state"], "paused");
    let resumed = desk.ask("import_resume", json!({"job": "50"})).await;
    assert_eq!(desk.rest(&resumed).await["state"], "done");
    assert_eq!(desk.ask("import_cancel", json!({"job": "51"})).await["state"], "cancelled");
}

async fn workspaces(desk: &Desk) {
    let made = desk.ask("workspace_create", json!({"name": " Shop "})).await;
    assert_eq!((&made["id"], &made["name"]), (&json!(2), &json!("Shop")));
    let renamed = desk.ask("workspace_rename", json!({"id": 2, "name": "Laden"})).await;
    assert_eq!(renamed["name"], "Laden");
    let list = desk.ask("workspaces_list", json!({})).await;
    let names: Vec<_> = list["workspaces"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, ["My workspace", "Laden"]);
    let nowhere = desk.refused("workspace_create", json!({"name": "Lost", "scope": 77})).await;
    assert_eq!(nowhere["detail"], "There is no identity scope 77.");
}

async fn inputs(desk: &Desk) {
    let inputs = desk.ask("inputs_list", json!({})).await;
    let web = inputs["inputs"].as_array().unwrap().iter().find(|input| input["name"] == "Web").unwrap().clone();
    assert_eq!((&web["platform"], &web["workspace"], &web["key_alone"]), (&json!("web"), &json!(1), &json!(true)));
    assert!(web["keys"][0]["key"].as_str().unwrap().starts_with("us1-"));
    assert!(!inputs.to_string().contains("secret"), "no screen sees a secret");

    let create =
        json!({"workspace": 1, "name": "CRM", "kind": "custom_feed", "platform": "feed", "environment": "both"});
    let made = desk.ask("input_create", create).await;
    assert_eq!((&made["name"], &made["environment"]), (&json!("CRM"), &json!("both")));
    assert_eq!(made["secret"].as_str().unwrap().len(), 64);
    let rotated = desk.ask("key_create", json!({"input": made["input"], "environment": "development"})).await;
    assert_ne!(rotated["key"], made["key"]);
    let revoked = desk.ask("key_revoke", json!({"key": made["key"]})).await;
    assert!(revoked["revoked_ms"].is_i64());
    let renamed = desk.ask("input_update", json!({"id": made["input"], "name": "Till", "key_alone": false})).await;
    assert_eq!((&renamed["name"], renamed["keys"].as_array().unwrap().len()), (&json!("Till"), 2));

    let engine = &desk.room.engine;
    let caller = engine.caller(rotated["key"].as_str().unwrap()).await.unwrap().unwrap();
    assert!(engine.caller(made["key"].as_str().unwrap()).await.unwrap().is_none(), "revoked");
    let refusal = Refusal::new("events", Reason::WrongType, "a text where an array belongs");
    engine.note_refused(caller.source(), b"{\"events\":\"\"}", vec![refusal]).await.unwrap();
    let refused = desk.ask("input_refusals", json!({"input": made["input"], "limit": 9})).await;
    assert_eq!(refused["refusals"][0]["path"], "events");
    assert_eq!(refused["refusals"][0]["text"], "{\"events\":\"\"}");
}

async fn readers(desk: &Desk) {
    let made = desk.ask("credential_create", json!({"name": "Report", "workspaces": [1]})).await;
    let id = &made["credential"]["client_id"];
    let engine = &desk.room.engine;
    let (client, secret) = (id.as_str().unwrap(), made["client_secret"].as_str().unwrap());
    let token = engine.issue_token(client, secret).await.unwrap().unwrap();
    assert!(engine.issue_token(client, "wrong").await.unwrap().is_none());
    assert_eq!(engine.reader(token.text()).await.unwrap().unwrap().client_id, client);
    let revoked = desk.ask("credential_revoke", json!({"client_id": id})).await;
    assert!(revoked["revoked_ms"].is_i64());
    assert!(engine.reader(token.text()).await.unwrap().is_none(), "a token ends with its credential");
    let list = desk.ask("credentials_list", json!({})).await;
    assert_eq!((&list["credentials"][0]["name"], list.to_string().contains("secret")), (&json!("Report"), false));
}

async fn scopes(desk: &Desk) {
    let list = desk.ask("scopes_list", json!({})).await;
    let scope = &list["scopes"][0];
    assert_eq!((&scope["name"], &scope["strategy"]), (&json!("My users"), &json!("default")));
    assert_eq!(scope["workspaces"][0]["name"], "My workspace");
    let strategies = list["strategies"].as_array().unwrap();
    let isolation = strategies.iter().find(|known| known["strategy"] == "profile_isolation").unwrap();
    let saved = desk.ask("scope_save", json!({"id": 1, "name": "Users", "settings": isolation["settings"]})).await;
    assert_eq!((&saved["name"], &saved["strategy"]), (&json!("Users"), &json!("profile_isolation")));
    let made = desk.ask("scope_create", json!({"name": "Shop"})).await;
    assert_eq!((&made["id"], &made["strategy"]), (&json!(2), &json!("default")));

    let matched = strategies.iter().find(|known| known["strategy"] == "best_match").unwrap();
    let started = desk.ask("resolution_preview_start", json!({"scope": 1, "settings": matched["settings"]})).await;
    assert_eq!((&started["scope"], &started["settings"]), (&json!(1), &matched["settings"]));
    let done = loop {
        let last = desk.ask("resolution_preview_get", json!({})).await;
        if last["preview"]["state"] != "running" {
            break last["preview"].clone();
        }
        tokio::task::yield_now().await;
    };
    assert_eq!((&done["state"], &done["percent"], &done["splits"]), (&json!("done"), &json!(100.0), &json!(0)));
    let stopped = desk.ask("resolution_preview_stop", json!({})).await;
    assert_eq!(stopped["preview"]["state"], "done", "there was nothing to stop");
    let applying = desk.ask("resolution_apply", json!({"scope": 1})).await;
    assert_eq!((&applying["scope"], &applying["applies"]), (&json!(1), &json!(true)));
    while desk.ask("resolution_preview_get", json!({})).await["preview"]["state"] == "running" {
        tokio::task::yield_now().await;
    }
    let applied = desk.ask("resolution_preview_get", json!({})).await;
    assert_eq!(applied["preview"]["state"], "applied");

    let mut settings = isolation["settings"].clone();
    settings["priority"] = json!(["email"]);
    let check = desk.ask("scope_check", json!({"settings": settings})).await;
    assert_eq!(check["faults"][0], "Customer ID is unique and so must be in the order");
    let refused = desk.refused("scope_save", json!({"id": 1, "name": "Users", "settings": settings})).await;
    assert_eq!(refused["fields"][0]["path"], "settings");
    settings["login"] = json!(["email", "shoe_size"]);
    let refused = desk.refused("scope_check", json!({"settings": settings})).await;
    assert_eq!(refused["fields"][0]["path"], "settings.login[1]");
}

/// In development an alias runs at once.
async fn aliases(desk: &Desk) {
    let user = async |stamp: &str| {
        let batch = format!(
            r#"{{"environment":"development","mp_deviceid":"{stamp}","events":[{{"event_type":"screen_view","data":{{"screen_name":"Home"}}}}]}}"#
        );
        let outcome = desk.room.ingest(&batch).await;
        desk.room.profile_of(outcome).await.mpid
    };
    let (from, to) = (user("das-from").await, user("das-to").await);
    let source = Source { input: InputId(1), workspace: WorkspaceId(1), scope: ScopeId(1) };
    let environment = Environment::Development;
    let order = AliasOrder { source, environment, from, to, start_ms: None, end_ms: None, device: None, body: b"{}" };
    assert_eq!(desk.room.engine.alias(order).await.unwrap(), AliasOutcome::Accepted);
    let alias = loop {
        let profile = desk.ask("profile_get", json!({"mpid": to.to_string(), "workspace": null})).await;
        if profile["aliases"][0]["state"] == "done" {
            break profile["aliases"][0].clone();
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(alias["mpid"], from.to_string());
    desk.ask("alias_undo", json!({"mpid": to.to_string(), "alias": alias["alias"]})).await;
    let profile = desk.ask("profile_get", json!({"mpid": to.to_string(), "workspace": null})).await;
    assert_eq!(profile["aliases"][0]["state"], "undone");
}

async fn service(desk: &Desk) {
    let reference = desk.ask("api_reference", json!({})).await;
    let document: Json = serde_json::from_str(reference["json"].as_str().unwrap()).unwrap();
    assert!(document["paths"]["/v2/events"]["post"].is_object());
    let collector = desk.ask("collector_get", json!({})).await;
    assert_eq!((&collector["can_switch"], &collector["on"]), (&json!(true), &json!(false)));
    let opened = desk.ask("collector_set", json!({"on": true, "port": 4700})).await;
    assert_eq!((&opened["on"], &opened["address"]), (&json!(true), &json!("http://127.0.0.1:4700")));
    assert_eq!(desk.room.engine.collector().await.unwrap().port, 4_700, "kept over a restart");
    assert_eq!(desk.refused("collector_set", json!({"on": true, "port": 80})).await["fields"][0]["path"], "port");
    let limits = desk.ask("limits_set", json!({"batches_per_s": 270, "identity_per_s": null, "reads_per_s": 15})).await;
    assert_eq!(desk.ask("limits_get", json!({})).await, limits);
    assert_eq!(desk.refused("limits_set", json!({"batches_per_s": 0})).await["fields"][0]["path"], "batches_per_s");
}
