//! The storage port: what the engine asks of a store, in plain types and cut by noun.
//!
//! A store keeps a log of batches, the profile that folding them gives, and what is needed to find both. Methods are
//! set-at-a-time: a group of batches costs one read set and one write set, whatever its size. The port knows no SQL;
//! [`memory::MemoryStore`] is the simplest thing that keeps its promises and serves as the oracle in tests, and
//! the `contract` feature brings the suite that every store must pass.

mod aliases;
#[cfg(feature = "contract")]
pub mod contract;
mod error;
mod group;
mod imports;
mod inputs;
pub mod memory;
mod scopes;
mod search;
mod timeline;
mod totals;
mod workspaces;

use async_trait::async_trait;
use uav_core::profile::Profile;
use uav_core::{Mpid, ProfileKey};

pub use aliases::{AliasStore, SpanCopy};
pub use error::StoreError;
pub use group::{
    Counters, EntryKind, IdentityKey, Loaded, LogEntry, Move, Packed, ProfileWrite, RequestId, RequestKey, Wanted,
    WriteSet,
};
pub use imports::{ImportId, ImportRecord, ImportState, ImportStore, NETWORK_REFUSALS_MAX, RefusalPage, RefusalRecord};
pub use inputs::{ApiCredential, Input, InputKey, InputKind, InputStore, NewApiCredential, NewInput};
pub use scopes::{Scope, ScopeStore};
pub use search::{Hit, MatchRank, SearchCursor, SearchFound, SearchKind, SearchQuery, SearchStore, folded};
pub use timeline::{Span, SpanQuery, StoredEntry, TimelineStore};
pub use totals::{StoreFacts, Totals};
pub use workspaces::{Workspace, WorkspaceStore};

/// The result of asking a store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// A whole store.
pub trait Store:
    GroupStore
    + ProfileStore
    + TimelineStore
    + AliasStore
    + SearchStore
    + ImportStore
    + InputStore
    + ScopeStore
    + WorkspaceStore
{
}

impl<T> Store for T where
    T: GroupStore
        + ProfileStore
        + TimelineStore
        + AliasStore
        + SearchStore
        + ImportStore
        + InputStore
        + ScopeStore
        + WorkspaceStore
{
}

/// Taking in a group of batches.
#[async_trait]
pub trait GroupStore: Send + Sync {
    /// The last numbers given out, so that the engine goes on from there.
    async fn counters(&self) -> Result<Counters>;

    /// Loads everything that a group touches: who holds these identities, the profiles of these MPIDs, all those
    /// profiles whole, and which of these requests were stored before.
    async fn load(&self, wanted: &Wanted) -> Result<Loaded>;

    /// Stores a group in one transaction, durable when it returns. The reading side sees it at once.
    ///
    /// There is one caller at a time: the engine's writer.
    async fn commit(&self, write: WriteSet) -> Result<()>;

    /// Brings the text of a batch into the store's own form. Does no input or output and may be called from any
    /// thread, so that this work is spread before the writer's turn comes.
    fn pack(&self, raw: &[u8]) -> Packed;

    /// What the store holds.
    async fn totals(&self) -> Result<Totals>;

    /// What the store is, for people: its kind, place and size.
    async fn facts(&self) -> Result<StoreFacts>;
}

/// Reading profiles.
#[async_trait]
pub trait ProfileStore: Send + Sync {
    /// The key of an MPID.
    async fn key_of(&self, mpid: Mpid) -> Result<Option<ProfileKey>>;

    /// The profiles of these keys, in that order; unknown keys are left out.
    async fn profiles(&self, keys: &[ProfileKey]) -> Result<Vec<(ProfileKey, Profile)>>;

    /// The profiles that hold this identity now: the way of a look-up by identity.
    async fn holders(&self, identity: &IdentityKey) -> Result<Vec<(ProfileKey, Profile)>>;

    /// Up to `limit` profiles after `after`, by key: the way to visit all in bounded memory.
    async fn profiles_after(&self, after: ProfileKey, limit: u32) -> Result<Vec<(ProfileKey, Profile)>>;
}
