//! Finding users.

use uav_core::ScopeId;
use uav_core::batch::Environment;
use uav_engine::{EngineError, SearchRequest};
use uav_testkit::Room;

fn request(text: &str) -> SearchRequest {
    SearchRequest {
        text: text.to_owned(),
        scope: ScopeId(1),
        environment: Environment::Production,
        kind: None,
        include_former: false,
        after: None,
        limit: 50,
    }
}

#[tokio::test]
async fn a_user_is_found_by_a_piece_of_any_identity() {
    let room = Room::new().await;
    let stored = room
        .ingest(r#"{"mp_deviceid":"DAS-55","user_identities":{"email":"Ada@example.com","mobile_number":"+49 170 1"},"device_info":{"ios_idfv":"V-9"}}"#)
        .await;
    let ada = room.profile_of(stored).await;
    let mpid = ada.mpid.to_string();
    for text in [" ada@", "EXAMPLE", "170", "das-5", "v-9", &mpid, &mpid[3..9]] {
        let answer = room.engine.search(request(text)).await.unwrap();
        assert_eq!(answer.found.users, 1, "{text}");
        let hit = answer.found.hits.first().unwrap();
        assert_eq!(answer.profiles.get(&hit.profile).unwrap().mpid, ada.mpid, "{text}");
    }
    for text in ["", "   ", "nobody"] {
        assert!(room.engine.search(request(text)).await.unwrap().found.hits.is_empty());
    }
}

#[tokio::test]
async fn a_text_that_no_identity_can_be_is_refused() {
    let room = Room::new().await;
    let fault = room.engine.search(request(&"ä".repeat(257))).await.unwrap_err();
    assert!(matches!(fault, EngineError::Invalid { path: "query", .. }), "{fault}");
    room.engine.search(request(&"ä".repeat(256))).await.unwrap();
}
