//! What is put together or written anew as a store grows keeps what it says.

use std::sync::Arc;

use uav_core::batch::{Batch, Environment};
use uav_core::profile::Profile;
use uav_core::{Door, Identity, IdentityType, InputId, Mpid, ProfileKey, Receipt, ScopeId, Seq, WorkspaceId};
use uav_store::contract::{Said, Town};
use uav_store::{EntryKind, GroupStore, LogEntry, ProfileWrite, SearchFound, SearchQuery, SearchStore, WriteSet};
use uav_store_sqlite::SqliteStore;

use crate::everything::{Everything, REQUESTS};
use crate::file::plain;
use crate::{fresh, open};

#[tokio::test]
async fn many_small_groups_are_put_together_and_say_the_same() {
    let (store, folder) = fresh().await;
    let mut town = Town::default();
    let (ann, bob) = (town.person(), town.person());
    for (round, request) in (0..300i64).zip(REQUESTS.iter().cycle()) {
        let phone = Identity::new(IdentityType::Other, &format!("7{}", round % 7));
        let said =
            Said { at_ms: 1_000 * round, input: u32::from(round % 2 == 0), request: Some(*request), ..Said::default() };
        // Gained, lost, gained again: the order of the rows is what makes the difference.
        if round % 2 == 0 {
            town.say(&store, ann, &Said { gained: vec![phone], ..said });
        } else {
            town.say(&store, ann, &Said { lost: vec![phone], ..said.clone() });
            town.say(&store, bob, &said);
        }
        town.commit(&store).await;
    }
    let before = Everything::of(&store).await;
    drop(store);
    let rows = async || -> Vec<i64> {
        let mut connection = plain(&folder).await;
        let mut counts = Vec::new();
        for table in ["search_segment", "last_seen", "request_run"] {
            let count = format!("SELECT count(*) FROM {table}");
            counts.push(sqlx::query_scalar(sqlx::AssertSqlSafe(count)).fetch_one(&mut connection).await.unwrap());
        }
        counts
    };
    assert!(rows().await.iter().all(|count| *count > 256), "{:?}", rows().await);
    assert_eq!(Everything::of(&open(&folder).await.unwrap()).await, before);
    assert_eq!(rows().await, [1, 1, 1]);
    assert_eq!(Everything::of(&open(&folder).await.unwrap()).await, before);
}

const PEOPLE: u32 = 30_000;

/// Everybody is seen once more, in another order of time each round.
fn round(store: &SqliteStore, profiles: &mut [Profile], seq: u64) -> WriteSet {
    let receipt_of = |number: u32, seq: u64| Receipt {
        seq: Seq(seq),
        received_ms: i64::from(number.wrapping_mul(2_654_435_761) % 100_000) * 1_000
            + i64::try_from(seq).unwrap() * 100_000_000,
        input: InputId(1),
        workspace: WorkspaceId(1),
        door: Door::Server,
    };
    let write = |(number, profile): (u32, &mut Profile)| {
        profile.fold(&Batch::default(), &receipt_of(number ^ u32::try_from(seq).unwrap(), seq));
        let key = ProfileKey(number + 1);
        ProfileWrite { key, profile: Arc::new(profile.clone()), created: seq == 1, gained: vec![], lost: vec![] }
    };
    let entry = LogEntry {
        kind: EntryKind::Batch,
        receipt: receipt_of(0, seq),
        profile: ProfileKey(1),
        requests: vec![],
        spans: vec![(1, 1)],
        events: 0,
        body: store.pack(b"{}"),
    };
    WriteSet { entries: vec![entry], profiles: (0..).zip(profiles).map(write).collect(), ..WriteSet::default() }
}

async fn first_hits(store: &SqliteStore) -> SearchFound {
    let query = SearchQuery {
        text: "7".to_owned(),
        scope: ScopeId(1),
        environment: Environment::Production,
        kind: None,
        include_former: false,
        after: None,
        limit: 500,
    };
    store.search(&query).await.unwrap()
}

async fn last_seen_bytes(folder: &tempfile::TempDir) -> i64 {
    let mut connection = plain(folder).await;
    sqlx::query_scalar("SELECT sum(length(body)) FROM last_seen").fetch_one(&mut connection).await.unwrap()
}

#[tokio::test]
async fn last_seen_times_are_written_anew_and_a_group_that_fails_changes_none() {
    let (store, folder) = fresh().await;
    let profile = |number: u32| {
        let mpid = Mpid::new(70_000_000 + i64::from(number)).unwrap();
        Profile::new(mpid, ScopeId(1), Environment::Production)
    };
    let mut profiles: Vec<Profile> = (0..PEOPLE).map(profile).collect();
    let bytes_of_all = i64::from(PEOPLE) * 8;
    for seq in 1..=9 {
        store.commit(round(&store, &mut profiles, seq)).await.unwrap();
    }
    assert_eq!(last_seen_bytes(&folder).await, 9 * bytes_of_all, "written anew too early");

    // The next group would write them anew, but fails: memory must stay where the file is.
    let before = first_hits(&store).await;
    let mut failing = round(&store, &mut profiles.clone(), 10);
    failing.entries.last_mut().unwrap().receipt.seq = Seq(9);
    store.commit(failing).await.unwrap_err();
    assert!(first_hits(&store).await == before, "a group that failed changed the order of hits");

    store.commit(round(&store, &mut profiles, 10)).await.unwrap();
    assert_eq!(last_seen_bytes(&folder).await, bytes_of_all);
    store.commit(round(&store, &mut profiles, 11)).await.unwrap();
    assert_eq!(last_seen_bytes(&folder).await, 2 * bytes_of_all);
    let found = first_hits(&store).await;
    drop(store);
    assert!(first_hits(&open(&folder).await.unwrap()).await == found, "the order of hits was lost with the program");
}
