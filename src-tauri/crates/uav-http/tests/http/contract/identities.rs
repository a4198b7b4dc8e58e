//! IDSync over HTTP.

use axum::http::StatusCode;
use serde_json::{Value as Json, json};

use super::Shop;

fn known(identities: &Json) -> Json {
    json!({"client_sdk": {"platform": "web", "sdk_vendor": "mparticle", "sdk_version": "2.68.0"}, "context": null,
        "environment": "production", "request_id": null, "previous_mpid": null, "known_identities": identities})
}

#[tokio::test]
async fn a_person_is_followed_from_the_first_page_through_login_and_logout() {
    let shop = Shop::web().await;
    let first = shop.ask("/v1/identify", &known(&json!({"device_application_stamp": "das-1"}))).await;
    assert_eq!(first.status, StatusCode::OK);
    let visitor = first.json()["mpid"].clone();
    assert!(visitor.is_string(), "{visitor}");
    assert_eq!(
        first.json(),
        json!({"context": null, "matched_identities": {}, "is_ephemeral": false, "mpid": visitor, "is_logged_in": false})
    );
    let login = known(&json!({"customerid": "c-1", "email": "Ann@example.com", "device_application_stamp": "das-1"}));
    let login = shop.ask("/v1/login", &login).await.json();
    assert_eq!((&login["mpid"], &login["is_logged_in"]), (&visitor, &json!(true)), "the visitor becomes known");
    assert_eq!(login["matched_identities"], json!({"device_application_stamp": "das-1"}));

    let search = shop.ask("/v1/search?cb=1", &known(&json!({"customerid": "c-1"}))).await;
    assert_eq!(
        (search.json()["mpid"].clone(), search.headers["x-mp-max-age"].to_str().unwrap()),
        (visitor.clone(), "0")
    );
    let nobody = shop.ask("/v1/search", &known(&json!({"customerid": "c-2"}))).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    assert_eq!(nobody.json()["ErrorCode"], "NOT_FOUND_ERROR");

    let logout = shop.ask("/identity/v1/logout", &known(&json!({"device_application_stamp": "das-1"}))).await.json();
    assert_ne!(logout["mpid"], visitor);
    let profiles = shop.room.profiles().await.len();
    let dry = shop.ask("/v1/identify?read_only=true", &known(&json!({"email": "new@example.com"}))).await.json();
    assert_eq!((&dry["mpid"], shop.room.profiles().await.len()), (&json!("0"), profiles));
}

#[tokio::test]
async fn identities_are_changed_all_or_none() {
    let shop = Shop::web().await;
    let mpid = |answer: Json| answer["mpid"].as_str().unwrap().to_owned();
    let ann = mpid(shop.ask("/v1/login", &known(&json!({"customerid": "ann"}))).await.json());
    let bob = mpid(shop.ask("/v1/login", &known(&json!({"customerid": "bob", "email": "b@example.com"}))).await.json());
    let change = |changes: Json| json!({"environment": "production", "identity_changes": changes});
    let email = json!({"identity_type": "email", "old_value": null, "new_value": "b@example.com"});
    let modified = shop.ask(&format!("/v1/{ann}/modify"), &change(json!([email]))).await;
    assert_eq!(
        (modified.status, modified.json()),
        (StatusCode::OK, json!({"change_results": []})),
        "e-mail is not unique"
    );
    let customer = json!({"identity_type": "customerid", "old_value": "bob", "new_value": "robert"});
    let both = change(json!([{"identity_type": "other", "old_value": null, "new_value": "o"}, customer]));
    let refused = shop.ask(&format!("/v1/{bob}/modify"), &both).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let message = "identity_changes[1]: customerid is immutable";
    assert_eq!(refused.json()["Errors"], json!([{"code": "BAD_REQUEST", "message": message}]));
    assert_eq!(refused.json()["errors"], refused.json()["Errors"]);
    let found = shop.room.engine.profile(bob.parse().unwrap()).await.unwrap().profile;
    assert_eq!(found.record.current().count(), 2, "nothing of it was done");
    let unknown = shop.ask("/v1/-77/modify", &change(json!([]))).await;
    assert_eq!((unknown.status, unknown.body.len()), (StatusCode::NOT_FOUND, 0));
    let broken = shop.ask("/v1/abc/modify", &change(json!([]))).await;
    assert!(broken.json()["Errors"][0]["message"].as_str().unwrap().starts_with("mpid: "));
}

#[tokio::test]
async fn faults_name_their_place_in_both_spellings() {
    let shop = Shop::web().await;
    let table = [
        (known(&json!({})), "LOOKUP_ERROR", "knownIdentities is empty."),
        (known(&json!({"email": null, "other": ""})), "LOOKUP_ERROR", "knownIdentities is empty."),
        (known(&json!({"email": {"a": 1}})), "BAD_REQUEST", "known_identities.email"),
        (known(&json!({"email": "x".repeat(257)})), "BAD_REQUEST", "known_identities.email"),
        (json!({"known_identities": {"email": "a"}}), "BAD_REQUEST", "environment"),
        (json!({"environment": "staging", "known_identities": {"email": "a"}}), "BAD_REQUEST", "environment"),
        (json!([]), "BAD_REQUEST", ""),
    ];
    for (body, code, message) in table {
        let answer = shop.ask("/v1/identify", &body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
        let fault = answer.json();
        assert_eq!((&fault["ErrorCode"], &fault["StatusCode"]), (&json!(code), &json!(400)), "{body}");
        assert!(fault["errors"][0]["message"].as_str().unwrap().starts_with(message), "{fault}");
        assert_eq!(fault["errors"], fault["Errors"]);
    }
    assert!(shop.room.profiles().await.is_empty());
}

#[tokio::test]
async fn a_batch_after_an_answer_sees_its_effect() {
    let shop = Shop::web().await;
    let login =
        shop.ask("/v1/login", &known(&json!({"customerid": "c-1", "device_application_stamp": "d"}))).await.json();
    let batch = json!({"mpid": login["mpid"], "environment": "production", "mp_deviceid": "d",
        "events": [{"event_type": "custom_event", "data": {"event_name": "Hello"}}]});
    assert_eq!(shop.page(&batch).await.status, StatusCode::ACCEPTED);
    let profiles = shop.room.profiles().await;
    assert_eq!((profiles.len(), profiles[0].events()), (1, 1));
}
