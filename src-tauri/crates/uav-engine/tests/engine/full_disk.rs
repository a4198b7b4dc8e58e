//! A store that cannot store for a while: whoever sends is told, nothing half is left, and then it goes on.

use uav_core::Seq;
use uav_engine::imports::Act;
use uav_engine::{EngineError, Outcome};
use uav_store::{GroupStore, ImportState, Totals};
use uav_testkit::{FailingStore, Room};

use crate::lines;

#[tokio::test]
async fn a_live_batch_that_cannot_be_stored_is_not_told_yes_and_may_come_again() {
    let room = Room::on(FailingStore::default()).await;
    let json = r#"{"source_request_id":"r-1","user_identities":{"email":"ann@example.com"}}"#;
    room.store.set_full(true);
    let fault = room.engine.ingest(room.incoming(json)).await.unwrap_err();
    assert!(matches!(fault, EngineError::Busy), "{fault}");
    assert_eq!(room.store.totals().await.unwrap(), Totals::default());
    room.store.set_full(false);
    let stored = room.ingest(json).await;
    assert!(matches!(stored, Outcome::Stored { seq: Seq(1), .. }), "no number was used up: {stored:?}");
    assert_eq!(room.profiles().await.len(), 1);
}

#[tokio::test]
async fn an_import_that_meets_a_full_disk_stops_says_so_and_goes_on_later() {
    let room = Room::on(FailingStore::default()).await;
    room.store.set_full(true);
    let failed = room.import("a.ndjson", lines(0..500).as_bytes()).await.record;
    assert_eq!((failed.state, failed.lines, failed.accepted), (ImportState::Failed, 0, 0));
    assert_eq!(failed.fault.as_deref(), Some("the disk is full"));
    room.store.set_full(false);
    room.engine.imports().act(failed.id, Act::Resume).await.unwrap();
    let done = room.engine.imports().finished(failed.id).await.unwrap().record;
    assert_eq!((done.state, done.accepted, done.duplicates, done.fault), (ImportState::Done, 500, 0, None));
}
