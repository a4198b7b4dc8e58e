//! A damaged file is named; nothing panics, and what is whole can still be read.

use tempfile::TempDir;
use uav_core::{IdentityType, InputId, ProfileKey, Seq};
use uav_store::contract::{Said, Town, key};
use uav_store::{
    GroupStore, ImportId, ImportRecord, ImportStore, InputStore, ProfileStore, RequestId, RequestKey, Result,
    StoreError, TimelineStore, Wanted, WorkspaceStore, WriteSet,
};
use uav_store_sqlite::SqliteStore;

use crate::file::run;
use crate::{fresh, open};

/// A store of two users, closed.
async fn two_users() -> TempDir {
    let (store, folder) = fresh().await;
    let mut town = Town::default();
    for (at_ms, email) in [(1_000, "ann@example.com"), (2_000, "bob@example.com")] {
        let user = town.seen(&store, at_ms, &[(IdentityType::Email, email)]);
        town.say(&store, user, &Said { at_ms, request: Some("r-1"), ..Said::default() });
    }
    town.commit(&store).await;
    store.put_import(&ImportRecord { id: ImportId(1), ..ImportRecord::default() }).await.unwrap();
    folder
}

fn is_damage<T>(result: &Result<T>) -> bool {
    matches!(result, Err(StoreError::Damaged { .. }))
}

/// Damages the file and opens it.
async fn damaged(statement: &'static str) -> Result<(SqliteStore, TempDir)> {
    let folder = two_users().await;
    run(&folder, statement).await;
    Ok((open(&folder).await?, folder))
}

#[tokio::test]
async fn a_damaged_profile_costs_itself_alone() {
    for statement in [
        "UPDATE profile SET body = x'' WHERE pid = 1",
        "UPDATE profile SET body = x'01ff' WHERE pid = 1",
        "UPDATE profile SET body = x'81ffffff' WHERE pid = 1",
        "UPDATE profile SET body = x'7f00' WHERE pid = 1",
        "UPDATE profile SET body = substr(body, 1, length(body) - 3) WHERE pid = 1",
    ] {
        let (store, _folder) = damaged(statement).await.unwrap();
        assert!(is_damage(&store.profiles(&[ProfileKey(1)]).await), "{statement}");
        assert!(is_damage(&store.profiles_after(ProfileKey(0), 9).await), "{statement}");
        assert!(is_damage(&store.holders(&key(IdentityType::Email, "ann@example.com")).await), "{statement}");
        let wanted = Wanted { identities: vec![key(IdentityType::Email, "ann@example.com")], ..Wanted::default() };
        assert!(is_damage(&store.load(&wanted).await), "{statement}");
        assert_eq!(store.profiles(&[ProfileKey(2)]).await.unwrap().len(), 1, "{statement}");
        assert_eq!(store.holders(&key(IdentityType::Email, "bob@example.com")).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_damaged_batch_costs_itself_alone() {
    for statement in [
        "UPDATE batch SET body = x'00', form = 1 WHERE seq = 1",
        "UPDATE batch SET form = 77 WHERE seq = 1",
        "UPDATE batch SET door = 9 WHERE seq = 1",
        "UPDATE batch SET door = 'west' WHERE seq = 1",
        "UPDATE batch SET input = -1 WHERE seq = 1",
        "UPDATE batch SET received = x'00' WHERE seq = 1",
    ] {
        let (store, _folder) = damaged(statement).await.unwrap();
        assert!(is_damage(&store.entries(&[Seq(1)]).await), "{statement}");
        assert!(is_damage(&store.entries_after(Seq(0), 9).await), "{statement}");
        assert_eq!(store.entries(&[Seq(2)]).await.unwrap().len(), 1, "{statement}");
    }
}

#[tokio::test]
async fn damage_to_what_is_read_at_the_start_is_named_at_the_start() {
    for statement in [
        "UPDATE search_segment SET body = x'00'",
        "UPDATE search_segment SET body = substr(body, 1, length(body) - 1)",
        "UPDATE last_seen SET body = x'000000'",
        "UPDATE last_seen SET body = x'ffffffff00000000'",
        "UPDATE meta SET value = x'00' WHERE key = 'hash_key'",
        "UPDATE _sqlx_migrations SET checksum = x'00'",
    ] {
        assert!(is_damage(&damaged(statement).await), "{statement}");
    }
}

#[tokio::test]
async fn damage_to_what_groups_need_is_named_by_the_first_group() {
    let (store, _folder) = damaged("UPDATE request_run SET body = x'00'").await.unwrap();
    let request = RequestKey { input: InputId(1), id: RequestId::Source("r-1".into()) };
    assert!(is_damage(&store.load(&Wanted { requests: vec![request], ..Wanted::default() }).await));
    assert!(is_damage(&store.commit(WriteSet::default()).await));
}

#[tokio::test]
async fn damage_to_the_books_is_named() {
    let (store, _folder) = damaged("UPDATE import SET state = 9").await.unwrap();
    assert!(is_damage(&store.imports(None, 9).await));
    let (store, _folder) = damaged("UPDATE workspace SET scope = 'x'").await.unwrap();
    assert!(is_damage(&store.workspaces().await));
    let insert =
        "INSERT INTO input (name, kind, platform, workspace, key_alone, created) VALUES ('Web', 77, 'web', 1, 0, 0)";
    let (store, _folder) = damaged(insert).await.unwrap();
    assert!(is_damage(&store.inputs().await));
}

#[tokio::test]
async fn a_file_that_is_no_database_is_named() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("uav.db"), "no database ".repeat(1_000)).unwrap();
    assert!(is_damage(&open(&folder).await));
}
