//! Imports, refusals, inputs, credentials, workspaces.

use uav_core::batch::Environment;
use uav_core::{IdentityType, ScopeId, WorkspaceId};

use super::Town;
use crate::{
    ApiCredential, ImportId, ImportRecord, ImportState, InputKind, NewInput, RefusalRecord, Store, StoreError, WriteSet,
};

fn import(id: u64) -> ImportRecord {
    ImportRecord {
        id: ImportId(id),
        name: format!("file {id} \"ä\""),
        source: "import:1:file:9:/a".to_owned(),
        state: ImportState::Failed,
        total: u64::from(u32::MAX) * 9,
        done: 2,
        lines: 3,
        accepted: 4,
        duplicates: 5,
        refused: 6,
        remarks: 7,
        events: 8,
        created: 9,
        updated: 10,
        started_ms: 11,
        finished_ms: Some(12),
        fault: Some("the file ends early".to_owned()),
    }
}

/// Every field is kept, a second writing replaces the first, and pages go back in time.
pub async fn imports_are_listed_newest_first(store: &impl Store) {
    let states =
        [ImportState::Running, ImportState::Paused, ImportState::Done, ImportState::Cancelled, ImportState::Failed];
    let records: Vec<_> = (1..).zip(states).map(|(id, state)| ImportRecord { state, ..import(id) }).collect();
    for record in records.iter().rev() {
        store.put_import(record).await.unwrap();
    }
    for record in &records {
        assert_eq!(store.import(record.id).await.unwrap().as_ref(), Some(record));
    }
    let changed = ImportRecord { id: ImportId(2), finished_ms: None, fault: None, ..ImportRecord::default() };
    store.put_import(&changed).await.unwrap();
    assert_eq!(store.import(ImportId(2)).await.unwrap(), Some(changed));
    assert_eq!(store.import(ImportId(99)).await.unwrap(), None);

    let ids = |imports: Vec<ImportRecord>| imports.into_iter().map(|import| import.id.0).collect::<Vec<_>>();
    assert_eq!(ids(store.imports(None, 2).await.unwrap()), [5, 4]);
    assert_eq!(ids(store.imports(Some(ImportId(4)), 2).await.unwrap()), [3, 2]);
    assert_eq!(ids(store.imports(Some(ImportId(2)), 9).await.unwrap()), [1]);
}

/// An import's place and counts are those of the group that was stored with it.
pub async fn an_import_is_stored_with_its_group(store: &impl Store) {
    let mut town = Town::default();
    town.seen(store, 1_000, &[(IdentityType::Email, "ann@example.com")]);
    let write = WriteSet { import: Some(import(3)), ..town.group() };
    store.commit(write).await.unwrap();
    assert_eq!(store.import(ImportId(3)).await.unwrap(), Some(import(3)));
    // A group may hold nothing but books.
    let next = ImportRecord { lines: 99, ..import(3) };
    store.commit(WriteSet { import: Some(next.clone()), ..WriteSet::default() }).await.unwrap();
    assert_eq!(store.import(ImportId(3)).await.unwrap(), Some(next));
    store.commit(WriteSet::default()).await.unwrap();
}

fn refusal(import: Option<u64>, line: u64, reason: &str) -> RefusalRecord {
    RefusalRecord {
        import: import.map(ImportId),
        received_ms: 1_000 + i64::try_from(line).unwrap(),
        line,
        reason: reason.to_owned(),
        path: format!("events[{line}].data"),
        detail: "a text where \"ä\" belongs".to_owned(),
        whole: line.is_multiple_of(2),
        text: format!("{{line {line}"),
    }
}

/// Pages keep to one import and one reason and join to the whole; counts are by reason.
pub async fn refusals_page_and_count(store: &impl Store) {
    let mut all = Vec::new();
    for line in 1..=12 {
        let reason = if line % 3 == 0 { "not_json" } else { "wrong_type" };
        let import = if line % 4 == 0 { None } else { Some(1 + line % 2) };
        all.push(refusal(import, line, reason));
    }
    for refusals in all.chunks(5) {
        store.commit(WriteSet { refusals: refusals.to_vec(), ..WriteSet::default() }).await.unwrap();
    }
    for import in [None, Some(ImportId(1)), Some(ImportId(2)), Some(ImportId(9))] {
        for reason in [None, Some("not_json"), Some("wrong_type"), Some("missing")] {
            let asked = |refusal: &&RefusalRecord| {
                refusal.import == import && reason.is_none_or(|reason| reason == refusal.reason)
            };
            let expected: Vec<_> = all.iter().filter(asked).cloned().collect();
            for limit in [1, 3, 100] {
                let (mut after, mut joined) = (None, Vec::new());
                loop {
                    let page = store.refusals(import, reason, after, limit).await.unwrap();
                    assert!(page.refusals.len() <= limit as usize);
                    joined.extend(page.refusals);
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                assert_eq!(joined, expected, "{import:?} {reason:?}, {limit} at a time");
            }
            if let (Some(reason), 1..) = (reason, expected.len()) {
                let counts = store.refusal_counts(import).await.unwrap();
                assert!(counts.contains(&(reason.to_owned(), expected.len() as u64)), "{import:?} {counts:?}");
            }
        }
    }
    assert!(store.refusal_counts(Some(ImportId(9))).await.unwrap().is_empty());
}

fn is_taken<T: std::fmt::Debug>(result: &Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::Exists { .. }))
}

/// Names are unique in a workspace, keys everywhere; an input without a key stands in nobody's way.
pub async fn inputs_are_unique_by_name_and_key(store: &impl Store) {
    let input = |name: &str, workspace, key: Option<&str>| NewInput {
        name: name.to_owned(),
        kind: InputKind::Platform,
        platform: "web".to_owned(),
        workspace: WorkspaceId(workspace),
        environment: Some(Environment::Development),
        key: key.map(str::to_owned),
        secret_hash: key.map(|key| format!("salt:{key}")),
        created_ms: 5,
    };
    assert!(store.inputs().await.unwrap().is_empty());
    let web = store.create_input(input("Web", 1, Some("k1"))).await.unwrap();
    assert_eq!((web.id.0, &*web.name, web.kind, &*web.platform), (1, "Web", InputKind::Platform, "web"));
    assert_eq!((web.environment, web.created_ms, web.revoked_ms), (Some(Environment::Development), 5, None));
    assert_eq!((web.key.as_deref(), web.secret_hash.as_deref()), (Some("k1"), Some("salt:k1")));
    assert!(is_taken(&store.create_input(input("Web", 1, None)).await));
    assert!(is_taken(&store.create_input(input("Web 2", 1, Some("k1"))).await));
    assert!(is_taken(&store.create_input(input("Web", 2, Some("k1"))).await));
    let kinds = [InputKind::CustomFeed, InputKind::PartnerFeed, InputKind::File];
    for (kind, name) in kinds.into_iter().zip(["web", "Feed", "File"]) {
        store.create_input(NewInput { kind, environment: None, ..input(name, 1, None) }).await.unwrap();
    }
    let other = store.create_input(input("Web", 2, None)).await.unwrap();
    let all = store.inputs().await.unwrap();
    assert_eq!(all.iter().map(|input| input.id.0).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!((all.first(), all.last()), (Some(&web), Some(&other)));
    assert_eq!(all.iter().map(|input| input.kind).skip(1).take(3).collect::<Vec<_>>(), kinds);
}

/// A client id is one credential.
pub async fn credentials_are_unique(store: &impl Store) {
    let credential = |client_id: &str, created_ms| ApiCredential {
        client_id: client_id.to_owned(),
        secret_hash: "salt:hash".to_owned(),
        workspaces: vec![WorkspaceId(1), WorkspaceId(12)],
        created_ms,
        revoked_ms: Some(9),
    };
    let (late, early) = (credential("late", 9), ApiCredential { workspaces: vec![], ..credential("early", 2) });
    store.create_credential(&late).await.unwrap();
    store.create_credential(&early).await.unwrap();
    assert!(is_taken(&store.create_credential(&credential("late", 20)).await));
    assert_eq!(store.credentials().await.unwrap(), [early, late]);
}

/// A fresh store has one workspace; names are unique, and a name may be kept.
pub async fn workspaces_are_unique_by_name(store: &impl Store) {
    let first = store.workspaces().await.unwrap();
    let expected = (WorkspaceId(1), "My workspace", ScopeId(1));
    assert_eq!(first.iter().map(|space| (space.id, &*space.name, space.scope)).collect::<Vec<_>>(), [expected]);
    let shop = store.create_workspace("Shop", ScopeId(2), 77).await.unwrap();
    assert_eq!((shop.id, &*shop.name, shop.scope, shop.created_ms), (WorkspaceId(2), "Shop", ScopeId(2), 77));
    assert!(is_taken(&store.create_workspace("Shop", ScopeId(1), 1).await));
    assert!(is_taken(&store.rename_workspace(WorkspaceId(1), "Shop").await));
    let nowhere = store.rename_workspace(WorkspaceId(9), "Elsewhere").await;
    assert!(matches!(nowhere, Err(StoreError::NotFound { .. })), "{nowhere:?}");
    assert_eq!(store.rename_workspace(WorkspaceId(2), "Shop").await.unwrap(), shop);
    let renamed = store.rename_workspace(WorkspaceId(2), "Laden").await.unwrap();
    assert_eq!((renamed.id, &*renamed.name, renamed.created_ms), (WorkspaceId(2), "Laden", 77));
    let all = store.workspaces().await.unwrap();
    assert_eq!(all.iter().map(|space| &*space.name).collect::<Vec<_>>(), ["My workspace", "Laden"]);
}
