//! One file: opened by one, read by many, kept.

use std::time::Duration;

use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;
use uav_core::batch::Environment;
use uav_core::identity::IdentitySettings;
use uav_core::{IdentityType, InputId, ScopeId, WorkspaceId};
use uav_store::contract::Town;
use uav_store::{
    ApiCredential, GroupStore, InputKey, InputKind, InputStore, NewInput, ScopeStore, StoreError, WorkspaceStore,
};

use crate::everything::Everything;
use crate::{fresh, open};

/// A plain connection to the file, beside the store.
pub(crate) async fn plain(folder: &TempDir) -> SqliteConnection {
    let path = folder.path().join("uav.db");
    SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap()
}

/// Runs a statement on the file behind the store's back.
pub(crate) async fn run(folder: &TempDir, statement: &'static str) {
    let mut connection = plain(folder).await;
    sqlx::query(statement).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn what_is_kept_beside_the_log_is_there_when_the_file_is_opened_again() {
    let (store, folder) = fresh().await;
    let mut town = Town::default();
    town.seen(&store, 1_000, &[(IdentityType::Email, "ann@example.com")]);
    town.commit(&store).await;
    store.create_workspace("Shop", ScopeId(1), 5).await.unwrap();
    let input = NewInput {
        name: "Web".to_owned(),
        kind: InputKind::PartnerFeed,
        platform: "web".to_owned(),
        workspace: WorkspaceId(2),
        key_alone: true,
        created_ms: 6,
    };
    store.create_input(input).await.unwrap();
    let key = InputKey {
        key: "key".to_owned(),
        input: InputId(1),
        environment: Some(Environment::Development),
        secret_hash: "salt:hash".to_owned(),
        created_ms: 6,
        revoked_ms: None,
    };
    store.create_key(&key).await.unwrap();
    store.create_scope("Shop", &IdentitySettings::profile_link(), 8).await.unwrap();
    store.put_setting("limits", "{}").await.unwrap();
    let credential = ApiCredential {
        client_id: "id".to_owned(),
        name: "A reader".to_owned(),
        secret_hash: "salt:hash".to_owned(),
        workspaces: vec![WorkspaceId(2)],
        created_ms: 7,
        revoked_ms: None,
    };
    store.create_credential(&credential).await.unwrap();
    let before = Everything::of(&store).await;
    drop(store);
    assert_eq!(Everything::of(&open(&folder).await.unwrap()).await, before);
}

#[tokio::test]
async fn a_second_engine_on_the_same_file_is_told_so() {
    let (store, folder) = fresh().await;
    let fault = open(&folder).await.err().unwrap();
    assert!(matches!(&fault, StoreError::InUse { path } if path.ends_with("uav.db")), "{fault:?}");
    drop(store);
    open(&folder).await.unwrap();
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_alone() {
    let (store, folder) = fresh().await;
    drop(store);
    run(
        &folder,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9001, 'to come', 1, x'00', 0)",
    )
    .await;
    let fault = open(&folder).await.err().unwrap();
    assert!(matches!(fault, StoreError::TooNew { found: 9001, known: 3 }), "{fault:?}");
}

#[tokio::test]
async fn readers_never_wait_for_a_writer() {
    let (store, folder) = fresh().await;
    let mut town = Town::default();
    town.seen(&store, 1_000, &[(IdentityType::Email, "ann@example.com")]);
    town.commit(&store).await;
    let mut writer = plain(&folder).await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut writer).await.unwrap();
    sqlx::query("DELETE FROM profile").execute(&mut writer).await.unwrap();
    sqlx::query("DELETE FROM batch").execute(&mut writer).await.unwrap();
    let read = async {
        use uav_store::{ProfileStore, SearchStore, SpanQuery, TimelineStore};
        let profile = uav_core::ProfileKey(1);
        let query = SpanQuery { profile, from_ms: 0, to_ms: 9_000, newest_first: true, after: None, limit: 9 };
        let search = uav_store::SearchQuery {
            text: "ann".to_owned(),
            scope: ScopeId(1),
            environment: uav_core::Environment::Production,
            kind: None,
            include_former: false,
            after: None,
            limit: 9,
        };
        (
            store.profiles_after(uav_core::ProfileKey(0), 9).await.unwrap().len(),
            store.entries(&[uav_core::Seq(1)]).await.unwrap().len(),
            store.spans(query).await.unwrap().len(),
            store.search(&search).await.unwrap().hits.len(),
        )
    };
    // A reader that waited would wait for as long as the other transaction is open.
    let found = tokio::time::timeout(Duration::from_secs(5), read).await.expect("readers wait for the writer");
    assert_eq!(found, (1, 1, 1, 1));
    sqlx::query("ROLLBACK").execute(&mut writer).await.unwrap();
}

#[tokio::test]
async fn facts_name_the_version_the_place_and_the_size() {
    let (store, folder) = fresh().await;
    let facts = store.facts().await.unwrap();
    let on_disk = std::fs::metadata(folder.path().join("uav.db")).unwrap().len();
    assert!(facts.engine.starts_with("SQLite 3."), "{facts:?}");
    assert!(facts.path.ends_with("uav.db") && facts.bytes >= on_disk && facts.bytes > 0, "{facts:?}");
    assert_eq!(facts.durability, "full");
}
