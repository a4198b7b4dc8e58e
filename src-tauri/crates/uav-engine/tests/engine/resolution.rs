//! What other settings would make of the log.

use uav_core::identity::IdentitySettings;
use uav_core::{Mpid, ScopeId};
use uav_engine::{Outcome, Preview, PreviewState};
use uav_testkit::Room;

async fn preview(room: &Room, settings: IdentitySettings) -> Preview {
    room.engine.preview_resolution(ScopeId(1), settings).await.unwrap();
    loop {
        match room.engine.resolution_preview().unwrap().state {
            PreviewState::Running => tokio::task::yield_now().await,
            PreviewState::Done(preview) => return (*preview).clone(),
            other => panic!("{other:?}"),
        }
    }
}

fn mpid(outcome: Outcome) -> Mpid {
    let Outcome::Stored { mpid, .. } = outcome else { panic!("{outcome:?}") };
    mpid
}

#[tokio::test]
async fn who_would_merge_is_named_and_nothing_changes() {
    let room = Room::new().await;
    let event = r#""events":[{"event_type":"custom_event","data":{"event_name":"Seen"}}]"#;
    let both = r#"{"user_identities":{"customer_id":"c","email":"ann@example.com"}}"#;
    let known = mpid(room.ingest(both).await);
    // By the Default strategy an e-mail alone does not find somebody with a customer ID.
    let alone = mpid(room.ingest(&format!(r#"{{"user_identities":{{"email":"ann@example.com"}},{event}}}"#)).await);
    room.ingest(&format!(r#"{{"mpid":"{alone}",{event}}}"#)).await;
    room.ingest(r#"{"user_identities":{"email":"bob@example.com"}}"#).await;
    let before = room.profiles().await;

    let same = preview(&room, IdentitySettings::default()).await;
    assert_eq!((same.summary.before, same.summary.same, same.summary.merges), (3, 3, 0));
    let merged = preview(&room, IdentitySettings::profile_conversion()).await;
    let summary = &merged.summary;
    assert_eq!((summary.before, summary.after, summary.same, summary.merges, summary.splits), (3, 2, 1, 1, 0));
    let named: Vec<Mpid> = merged.merges[0].before.iter().map(|user| user.mpid).collect();
    assert_eq!(named, [alone, known], "the one with most events first");
    assert_eq!(merged.merges[0].decided_by.0, 2);
    assert_eq!(room.profiles().await, before);
}

#[tokio::test]
async fn identity_requests_count_too_and_other_scopes_do_not() {
    let room = Room::new().await;
    let shop = room.engine.create_scope("Shop").await.unwrap();
    for scope in [ScopeId(1), shop.id] {
        let mut incoming = room.incoming(r#"{"user_identities":{"email":"ann@example.com"}}"#);
        incoming.scope = scope;
        incoming.workspace = if scope == shop.id {
            room.engine.create_workspace("Shop", shop.id).await.unwrap().id
        } else {
            incoming.workspace
        };
        room.engine.ingest(incoming).await.unwrap();
    }
    assert_eq!(preview(&room, IdentitySettings::best_match()).await.summary.before, 1);
    let broken = IdentitySettings { priority: Vec::new(), ..IdentitySettings::default() };
    assert!(room.engine.preview_resolution(ScopeId(1), broken).await.is_err());
    let nowhere = room.engine.preview_resolution(ScopeId(9), IdentitySettings::default()).await;
    assert_eq!(nowhere.unwrap_err().to_string(), "there is no identity scope 9");
}
