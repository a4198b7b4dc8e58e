//! A dry run counts what an import would do, and stores none of it.

use uav_store::{GroupStore, ImportState, ImportStore};
use uav_testkit::Room;

use crate::{line, lines};

#[tokio::test]
async fn a_dry_run_counts_like_the_import_and_stores_nothing() {
    let room = Room::new().await;
    room.import("before.ndjson", lines(0..3).as_bytes()).await;
    let totals = room.store.totals().await.unwrap();
    let profiles = room.profiles().await;
    // Known and new users, repetitions of what is stored and of itself, faulty lines and parts; more than one group.
    let faulty = "{bad\n{\"events\":[]}\n{\"mpid\":7,\"user_attributes\":{\"m\":{}}}\n";
    let text = format!("{}{faulty}{}\n{}", lines(0..9_000), line(1), lines(8_990..9_100));

    let dry = room.start("a.ndjson", text.as_bytes(), true).await;
    assert!(dry.dry_run);
    let dry = room.engine.imports().finished(dry.record.id).await.unwrap();
    assert!(dry.dry_run);
    assert_eq!(room.store.totals().await.unwrap(), totals);
    assert!(room.profiles().await == profiles);

    let real = room.import("a.ndjson", text.as_bytes()).await.record;
    let dry = dry.record;
    assert_eq!((dry.state, real.state), (ImportState::Done, ImportState::Done));
    let counts = |record: &uav_store::ImportRecord| {
        [
            record.lines,
            record.accepted,
            record.duplicates,
            record.refused,
            record.remarks,
            record.events,
            record.created,
        ]
    };
    assert_eq!(counts(&dry), counts(&real));
    assert_eq!(counts(&dry)[1..5], [9_098, 14, 2, 1]);
    // A user changed in two groups counts once in the dry run, and once a group in the import.
    assert!(dry.updated <= real.updated && dry.updated >= 3, "{} {}", dry.updated, real.updated);
    let store = &room.store;
    let refusals = |id| async move { store.refusals(Some(id), None, None, 99).await.unwrap().refusals };
    let (of_dry, of_real) = (refusals(dry.id).await, refusals(real.id).await);
    let told = |refusals: &[uav_store::RefusalRecord]| -> Vec<(String, u64, bool)> {
        refusals.iter().map(|refusal| (refusal.reason.clone(), refusal.line, refusal.whole)).collect()
    };
    assert_eq!(told(&of_dry), told(&of_real));
    assert_eq!(of_dry.len(), 3);
}

#[tokio::test]
async fn a_dry_run_follows_identities_from_group_to_group() {
    let room = Room::new().await;
    room.ingest(r#"{"user_identities":{"email":"ann@example.com"}}"#).await;
    let totals = room.store.totals().await.unwrap();
    let start = r#"{"user_identities":{"email":"ann@example.com","customer_id":"c1"}}"#;
    let end = r#"{"user_identities":{"customer_id":"c1"}}"#;
    let text = format!("{start}\n{}{end}\n", lines(0..9_000));
    let dry = room.start("a.ndjson", text.as_bytes(), true).await;
    let dry = room.engine.imports().finished(dry.record.id).await.unwrap().record;
    assert_eq!((dry.accepted, dry.created), (9_002, 5), "the last line is the user of the first");
    assert_eq!(room.store.totals().await.unwrap(), totals);
}
