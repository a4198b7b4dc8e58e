//! Inputs, keys, credentials, scopes, workspaces, settings.

use uav_core::batch::Environment;
use uav_core::identity::IdentitySettings;
use uav_core::{InputId, ScopeId, WorkspaceId};

use crate::{ApiCredential, InputKey, InputKind, NewInput, Store, StoreError};

fn is_taken<T: std::fmt::Debug>(result: &Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::Exists { .. }))
}

fn is_missing<T: std::fmt::Debug>(result: &Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::NotFound { .. }))
}

/// Names are unique in a workspace and may be changed.
pub async fn inputs_are_unique_by_name(store: &impl Store) {
    let input = |name: &str, workspace| NewInput {
        name: name.to_owned(),
        kind: InputKind::Platform,
        platform: "web".to_owned(),
        workspace: WorkspaceId(workspace),
        key_alone: true,
        created_ms: 5,
    };
    assert!(store.inputs().await.unwrap().is_empty());
    let web = store.create_input(input("Web", 1)).await.unwrap();
    assert_eq!((web.id.0, &*web.name, web.kind, &*web.platform), (1, "Web", InputKind::Platform, "web"));
    assert_eq!((web.key_alone, web.created_ms), (true, 5));
    assert!(is_taken(&store.create_input(input("Web", 1)).await));
    let kinds = [InputKind::CustomFeed, InputKind::PartnerFeed, InputKind::File];
    for (kind, name) in kinds.into_iter().zip(["web", "Feed", "File"]) {
        store.create_input(NewInput { kind, key_alone: false, ..input(name, 1) }).await.unwrap();
    }
    let other = store.create_input(input("Web", 2)).await.unwrap();
    let all = store.inputs().await.unwrap();
    assert_eq!(all.iter().map(|input| input.id.0).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!((all.first(), all.last()), (Some(&web), Some(&other)));
    assert_eq!(all.iter().map(|input| input.kind).skip(1).take(3).collect::<Vec<_>>(), kinds);

    let renamed = store.update_input(web.id, "Shop", false).await.unwrap();
    assert_eq!((renamed.id, &*renamed.name, renamed.key_alone), (web.id, "Shop", false));
    assert_eq!(store.inputs().await.unwrap().first(), Some(&renamed));
    assert!(is_taken(&store.update_input(web.id, "Feed", false).await));
    assert!(is_missing(&store.update_input(InputId(99), "Nobody", false).await));
}

/// A key is one input's; one that was revoked stays listed, with the time of the first revocation.
pub async fn keys_are_unique_and_revoked_once(store: &impl Store) {
    let key = |key: &str, created_ms, environment| InputKey {
        key: key.to_owned(),
        input: InputId(4),
        environment,
        secret_hash: "salt:hash".to_owned(),
        created_ms,
        revoked_ms: None,
    };
    let late = key("late", 9, Some(Environment::Development));
    let early = key("early", 2, Some(Environment::Production));
    let both = key("both", 2, None);
    for key in [&late, &early, &both] {
        store.create_key(key).await.unwrap();
    }
    assert!(is_taken(&store.create_key(&key("late", 20, None)).await));
    assert_eq!(store.keys().await.unwrap(), [both.clone(), early.clone(), late.clone()]);
    let revoked = store.revoke_key("early", 50).await.unwrap();
    assert_eq!(revoked, InputKey { revoked_ms: Some(50), ..early });
    assert_eq!(store.revoke_key("early", 60).await.unwrap(), revoked);
    assert_eq!(store.keys().await.unwrap(), [both, revoked, late]);
    assert!(is_missing(&store.revoke_key("none", 60).await));
}

/// A client id is one credential.
pub async fn credentials_are_unique_and_revoked_once(store: &impl Store) {
    let credential = |client_id: &str, created_ms| ApiCredential {
        client_id: client_id.to_owned(),
        name: format!("the {client_id} one"),
        secret_hash: "salt:hash".to_owned(),
        workspaces: vec![WorkspaceId(1), WorkspaceId(12)],
        created_ms,
        revoked_ms: None,
    };
    let (late, early) = (credential("late", 9), ApiCredential { workspaces: vec![], ..credential("early", 2) });
    store.create_credential(&late).await.unwrap();
    store.create_credential(&early).await.unwrap();
    assert!(is_taken(&store.create_credential(&credential("late", 20)).await));
    assert_eq!(store.credentials().await.unwrap(), [early.clone(), late.clone()]);
    let revoked = store.revoke_credential("late", 50).await.unwrap();
    assert_eq!(revoked, ApiCredential { revoked_ms: Some(50), ..late });
    assert_eq!(store.revoke_credential("late", 60).await.unwrap(), revoked);
    assert_eq!(store.credentials().await.unwrap(), [early, revoked]);
    assert!(is_missing(&store.revoke_credential("none", 60).await));
}

/// A fresh store has one scope with the Default strategy; names are unique, and settings come back as they were.
pub async fn scopes_keep_their_settings(store: &impl Store) {
    let first = store.scopes().await.unwrap();
    let expected = (ScopeId(1), "My users", &IdentitySettings::default());
    assert_eq!(first.iter().map(|scope| (scope.id, &*scope.name, &scope.settings)).collect::<Vec<_>>(), [expected]);
    let isolated = IdentitySettings::profile_isolation();
    let shop = store.create_scope("Shop", &isolated, 77).await.unwrap();
    assert_eq!((shop.id, &*shop.name, &shop.settings, shop.created_ms), (ScopeId(2), "Shop", &isolated, 77));
    assert!(is_taken(&store.create_scope("Shop", &isolated, 1).await));
    assert!(is_taken(&store.update_scope(ScopeId(1), "Shop", &isolated).await));
    assert!(is_missing(&store.update_scope(ScopeId(9), "Nowhere", &isolated).await));
    let matched = IdentitySettings::best_match();
    let updated = store.update_scope(ScopeId(1), "Everybody", &matched).await.unwrap();
    assert_eq!((&*updated.name, &updated.settings), ("Everybody", &matched));
    assert_eq!(store.scopes().await.unwrap(), [updated, shop]);
}

/// A setting is the text that was written last.
pub async fn settings_are_kept_by_name(store: &impl Store) {
    assert_eq!(store.setting("limits").await.unwrap(), None);
    for text in ["{}", "{\"a\":1}"] {
        store.put_setting("limits", text).await.unwrap();
        store.put_setting("other", "1").await.unwrap();
        assert_eq!(store.setting("limits").await.unwrap().as_deref(), Some(text));
    }
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
