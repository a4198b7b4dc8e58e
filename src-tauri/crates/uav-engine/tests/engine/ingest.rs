//! Live batches: what becomes of each.

use uav_core::batch::Environment;
use uav_core::{Door, IdentityType, InputId, Mpid, ScopeId, Seq};
use uav_engine::{Changed, Incoming, Outcome};
use uav_store::{GroupStore, ImportStore, TimelineStore};
use uav_testkit::{NOW_MS, Room};

#[tokio::test]
async fn a_batch_finds_its_user_by_what_it_carries() {
    let room = Room::new().await;
    let first = room.ingest(r#"{"user_identities":{"email":"Ann@example.com"},"mp_deviceid":"D"}"#).await;
    let by_email = room.ingest(r#"{"user_identities":{"email":"ann@EXAMPLE.com"},"user_attributes":{"a":1}}"#).await;
    // Who signs in on a device becomes known, and is then found by the customer ID alone.
    let known = room.ingest(r#"{"user_identities":{"customer_id":"c1"},"mp_deviceid":"D"}"#).await;
    let other = room.ingest(r#"{"user_identities":{"email":"bob@example.com"}}"#).await;
    let mpid = |outcome| match outcome {
        Outcome::Stored { mpid, seq } => (seq, mpid),
        other => panic!("{other:?}"),
    };
    assert_eq!(mpid(first).1, mpid(by_email).1);
    assert_ne!(mpid(first).1, mpid(other).1);
    assert_eq!(mpid(first).1, mpid(known).1);
    assert_eq!([first, by_email, known, other].map(|outcome| mpid(outcome).0), [1, 2, 3, 4].map(Seq));
    let profile = room.profile_of(first).await;
    assert_eq!((profile.batches(), profile.first_seen_ms(), profile.last_seen_ms()), (3, NOW_MS, NOW_MS));
    assert_eq!(profile.record.values(IdentityType::Email).collect::<Vec<_>>(), ["Ann@example.com"]);
}

#[tokio::test]
async fn a_named_mpid_is_that_user_and_made_with_it_if_new() {
    let room = Room::new().await;
    let made = room.ingest(r#"{"mpid":"-77","user_identities":{"email":"ann@example.com"}}"#).await;
    assert!(matches!(made, Outcome::Stored { mpid, .. } if mpid == Mpid::new(-77).unwrap()));
    let again = room.ingest(r#"{"mpid":-77,"user_attributes":{"a":1}}"#).await;
    assert_eq!(room.profile_of(again).await.batches(), 2);
    // MPIDs are unique over both environments, so that this one is somebody else's.
    let elsewhere = room.ingest(r#"{"mpid":-77,"environment":"development"}"#).await;
    assert_eq!(elsewhere, Outcome::MpidElsewhere);
    assert_eq!(room.profile_of(again).await.environment, Environment::Production);
}

#[tokio::test]
async fn environments_and_scopes_do_not_meet() {
    let room = Room::new().await;
    let json =
        |environment| format!(r#"{{"environment":"{environment}","user_identities":{{"email":"ann@example.com"}}}}"#);
    room.ingest(&json("production")).await;
    room.ingest(&json("development")).await;
    let elsewhere = Incoming { scope: ScopeId(2), ..room.incoming(&json("production")) };
    room.engine.ingest(elsewhere).await.unwrap();
    assert_eq!(room.profiles().await.len(), 3);
}

#[tokio::test]
async fn a_request_counts_once_whatever_its_body() {
    let room = Room::new().await;
    let json =
        |id: &str, value: u8| format!(r#"{{"mpid":1,"source_request_id":"{id}","user_attributes":{{"a":{value}}}}}"#);
    assert!(matches!(room.ingest(&json("r-1", 1)).await, Outcome::Stored { .. }));
    assert_eq!(room.ingest(&json("r-1", 2)).await, Outcome::Duplicate);
    let of_other_input = Incoming { input: InputId(2), ..room.incoming(&json("r-1", 3)) };
    assert!(matches!(room.engine.ingest(of_other_input).await.unwrap(), Outcome::Stored { .. }));
    // By the batch's own id too, and the two in one group.
    let both = [r#"{"mpid":1,"batch_id":5}"#, r#"{"mpid":1,"batch_id":"5"}"#];
    let (one, other) =
        tokio::join!(room.engine.ingest(room.incoming(both[0])), room.engine.ingest(room.incoming(both[1])));
    assert!(matches!(one.unwrap(), Outcome::Stored { .. }));
    assert_eq!(other.unwrap(), Outcome::Duplicate);
    assert_eq!(room.store.totals().await.unwrap().batches, 3);
}

#[tokio::test]
async fn a_batch_of_nobody_is_kept_as_refused() {
    let room = Room::new().await;
    assert_eq!(room.ingest(r#"{"user_attributes":{"a":1}}"#).await, Outcome::NoIdentity);
    assert_eq!(
        room.ingest(r#"{"user_identities":{"email":"a@example.com"},"user_attributes":{"m":{}}}"#).await,
        Outcome::Stored { seq: Seq(1), mpid: room.profiles().await.first().unwrap().mpid }
    );
    let page = room.store.refusals(None, None, None, 9).await.unwrap();
    let found: Vec<_> = page.refusals.iter().map(|refusal| (&*refusal.reason, &*refusal.path, refusal.whole)).collect();
    assert_eq!(found, [("no_identity", "", true), ("wrong_type", "user_attributes.m", false)]);
}

#[tokio::test]
async fn the_log_keeps_the_text_and_a_restart_goes_on_from_it() {
    let room = Room::new().await;
    let odd = r#"{ "mpid" : 1 , "unknown":[1.50, {"x":null}],"user_attributes":{"a":9007199254740993} }"#;
    room.ingest(odd).await;
    let room = room.restarted().await;
    let outcome = room.ingest(r#"{"mpid":2}"#).await;
    assert!(matches!(outcome, Outcome::Stored { seq: Seq(2), .. }), "{outcome:?}");
    let log = room.store.entries_after(Seq(0), 9).await.unwrap();
    assert_eq!(log.first().unwrap().raw, odd.as_bytes());
    assert_eq!(log.len(), 2);
}

#[tokio::test]
async fn a_snapshot_of_a_client_only_fills() {
    let room = Room::new().await;
    let server = room.ingest(r#"{"mpid":1,"user_attributes":{"foo":"w"}}"#).await;
    let snapshot = r#"{"mpid":1,"user_attributes":{"foo":"v","bar":"b"}}"#;
    room.engine.ingest(room.incoming_through(Door::Browser, snapshot)).await.unwrap();
    let profile = room.profile_of(server).await;
    let attributes = &profile.workspaces().first().unwrap().attributes;
    let values: Vec<_> = attributes.iter().map(|held| (held.name, format!("{:?}", held.value))).collect();
    assert_eq!(values.len(), 2);
    assert!(values[0].1.contains("\"b\"") && values[1].1.contains("\"w\""), "{values:?}");
}

#[tokio::test]
async fn a_commit_is_announced() {
    let room = Room::new().await;
    let mut changes = room.engine.changes().listen();
    room.ingest(r#"{"mpid":1}"#).await;
    assert_eq!(changes.recv().await.unwrap(), Changed::Profiles);
    // A duplicate changes nobody.
    let json = r#"{"mpid":1,"source_request_id":"r"}"#;
    room.ingest(json).await;
    assert_eq!(changes.recv().await.unwrap(), Changed::Profiles);
    room.ingest(json).await;
    assert!(changes.try_recv().is_err());
}
