//! A store in memory whose disk is full for a while.

use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use uav_core::identity::IdentitySettings;
use uav_core::profile::Profile;
use uav_core::{Alias, InputId, Mpid, ProfileKey, ScopeId, Seq, WorkspaceId};
use uav_store::memory::MemoryStore;
use uav_store::*;

/// A store in memory that can be told to refuse to store.
#[derive(Debug, Default)]
pub struct FailingStore {
    inner: MemoryStore,
    full: AtomicBool,
}

impl FailingStore {
    /// From now on nothing can be stored, or everything can again.
    pub fn set_full(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }
}

/// Hands calls on.
macro_rules! hand_on {
    ($trait:ident: $(fn $name:ident($($arg:ident: $type:ty),*) -> $answer:ty;)+) => {
        #[async_trait]
        impl $trait for FailingStore {
            $(async fn $name(&self $(, $arg: $type)*) -> Result<$answer> {
                self.inner.$name($($arg),*).await
            })+
        }
    };
}

#[async_trait]
impl GroupStore for FailingStore {
    async fn counters(&self) -> Result<Counters> {
        self.inner.counters().await
    }

    async fn load(&self, wanted: &Wanted) -> Result<Loaded> {
        self.inner.load(wanted).await
    }

    async fn commit(&self, write: WriteSet) -> Result<()> {
        if self.full.load(Ordering::SeqCst) {
            return Err(StoreError::Full);
        }
        self.inner.commit(write).await
    }

    fn pack(&self, raw: &[u8]) -> Packed {
        self.inner.pack(raw)
    }

    async fn totals(&self) -> Result<Totals> {
        self.inner.totals().await
    }

    async fn facts(&self) -> Result<StoreFacts> {
        self.inner.facts().await
    }
}

hand_on! { ProfileStore:
    fn key_of(mpid: Mpid) -> Option<ProfileKey>;
    fn profiles(keys: &[ProfileKey]) -> Vec<(ProfileKey, Profile)>;
    fn holders(identity: &IdentityKey) -> Vec<(ProfileKey, Profile)>;
    fn profiles_after(after: ProfileKey, limit: u32) -> Vec<(ProfileKey, Profile)>;
}

hand_on! { TimelineStore:
    fn spans(query: SpanQuery) -> Vec<Span>;
    fn entries(seqs: &[Seq]) -> Vec<StoredEntry>;
    fn entries_after(after: Seq, limit: u32) -> Vec<StoredEntry>;
}

hand_on! { AliasStore:
    fn alias(seq: Seq) -> Option<Alias>;
    fn aliases_of(profile: ProfileKey) -> Vec<Alias>;
    fn waiting_aliases(limit: u32) -> Vec<Alias>;
}

hand_on! { SearchStore: fn search(query: &SearchQuery) -> SearchFound; }

hand_on! { ImportStore:
    fn put_import(import: &ImportRecord) -> ();
    fn import(id: ImportId) -> Option<ImportRecord>;
    fn imports(before: Option<ImportId>, limit: u32) -> Vec<ImportRecord>;
    fn refusals(import: Option<ImportId>, reason: Option<&str>, after: Option<u64>, limit: u32) -> RefusalPage;
    fn refusal_counts(import: Option<ImportId>) -> Vec<(String, u64)>;
    fn network_refusals(input: Option<InputId>, before: Option<u64>, limit: u32) -> RefusalPage;
}

hand_on! { InputStore:
    fn inputs() -> Vec<Input>;
    fn create_input(input: NewInput) -> Input;
    fn update_input(id: InputId, name: &str, key_alone: bool) -> Input;
    fn keys() -> Vec<InputKey>;
    fn create_key(key: &InputKey) -> ();
    fn revoke_key(key: &str, revoked_ms: i64) -> InputKey;
    fn create_credential(credential: &NewApiCredential) -> ();
    fn credentials() -> Vec<ApiCredential>;
    fn revoke_credential(client_id: &str, revoked_ms: i64) -> ApiCredential;
}

hand_on! { ScopeStore:
    fn scopes() -> Vec<Scope>;
    fn create_scope(name: &str, settings: &IdentitySettings, created_ms: i64) -> Scope;
    fn update_scope(id: ScopeId, name: &str, settings: &IdentitySettings) -> Scope;
    fn setting(name: &str) -> Option<String>;
    fn put_setting(name: &str, value: &str) -> ();
}

hand_on! { WorkspaceStore:
    fn workspaces() -> Vec<Workspace>;
    fn create_workspace(name: &str, scope: ScopeId, created_ms: i64) -> Workspace;
    fn rename_workspace(id: WorkspaceId, name: &str) -> Workspace;
}
