//! Reading profiles, and how they came to be.

use rustc_hash::{FxHashMap, FxHashSet};
use uav_core::batch::Environment;
use uav_core::profile::{AttributeHistory, Change, Profile};
use uav_core::{IdentityType, InputId, Mpid, ProfileKey, ScopeId, Seq, WorkspaceId};
use uav_store::{IdentityKey, SpanQuery};

use crate::aliases::ProfileAlias;
use crate::engine::Engine;
use crate::error::{EngineError, Result};
use crate::ingest::identity_key;
use crate::inputs;
use crate::log::decode;

/// Batches that are read to tell a history, the newest first.
const HISTORY_BATCHES_MAX: usize = 20_000;
const SPANS_AT_ONCE: u32 = 500;

/// A profile with its key.
#[derive(Clone, Debug)]
pub struct FoundProfile {
    /// Its key in the store.
    pub key: ProfileKey,
    /// The profile, with what it inherits from those whose events were copied to it (idsync.md AL-6).
    pub profile: Profile,
    /// The aliases that it has part in, in the order in which they were asked for.
    pub aliases: Vec<ProfileAlias>,
}

/// How an attribute came to its value.
#[derive(Clone, Debug)]
pub struct AttributeChanges {
    /// The changes, newest first.
    pub changes: Vec<Change>,
    /// Whether the log held more batches than were read.
    pub truncated: bool,
}

impl Engine {
    /// The profile of an MPID.
    ///
    /// # Errors
    /// When there is none, or the store cannot be read.
    pub async fn profile(&self, mpid: Mpid) -> Result<FoundProfile> {
        let not_found = || EngineError::NotFound(format!("user {mpid}"));
        let key = self.store().key_of(mpid).await?.ok_or_else(not_found)?;
        let (key, profile) = self.store().profiles(&[key]).await?.into_iter().next().ok_or_else(not_found)?;
        self.found(key, profile).await
    }

    /// The profiles that hold an identity now.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn holders(&self, identity: &IdentityKey) -> Result<Vec<(ProfileKey, Profile)>> {
        Ok(self.store().holders(identity).await?)
    }

    /// The profiles of a scope that hold an identity now, real users before test data, at most `limit`.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn holders_of(
        &self,
        scope: ScopeId,
        kind: IdentityType,
        value: &str,
        limit: usize,
    ) -> Result<Vec<FoundProfile>> {
        let mut found: Vec<FoundProfile> = Vec::new();
        for environment in [Environment::Production, Environment::Development] {
            let identity = identity_key(scope, environment, kind, value);
            let holders = self.store().holders(&identity).await?;
            for (key, profile) in holders.into_iter().take(limit - found.len()) {
                found.push(self.found(key, profile).await?);
            }
        }
        Ok(found)
    }

    /// Up to `limit` profiles after `after`, by key: the way to visit all of them in bounded memory.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn profiles_after(&self, after: ProfileKey, limit: u32) -> Result<Vec<(ProfileKey, Profile)>> {
        Ok(self.store().profiles_after(after, limit).await?)
    }

    /// The profiles of these MPIDs; unknown ones are left out.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn peek(&self, mpids: &[Mpid]) -> Result<Vec<Profile>> {
        let mut keys = Vec::with_capacity(mpids.len());
        for mpid in mpids {
            keys.extend(self.store().key_of(*mpid).await?);
        }
        Ok(self.store().profiles(&keys).await?.into_iter().map(|(_, profile)| profile).collect())
    }

    /// The names of all inputs, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn input_names(&self) -> Result<FxHashMap<InputId, String>> {
        Ok(inputs::names(&self.store().inputs().await?))
    }

    /// The values that an attribute had, worked out from the log.
    ///
    /// # Errors
    /// When there is no such user, or the store cannot be read.
    pub async fn attribute_history(&self, mpid: Mpid, workspace: WorkspaceId, name: &str) -> Result<AttributeChanges> {
        let found = self.profile(mpid).await?;
        let mut history = AttributeHistory::new(name, workspace);
        let mut seen: FxHashSet<Seq> = FxHashSet::default();
        let mut query = SpanQuery {
            profile: found.key,
            from_ms: i64::MIN,
            to_ms: i64::MAX,
            newest_first: true,
            after: None,
            limit: SPANS_AT_ONCE,
        };
        let truncated = loop {
            let spans = self.store().spans(query).await?;
            // What an alias copied here wrote no attribute (events.md TM-6).
            let own = spans.iter().filter(|span| span.alias.is_none());
            let seqs: Vec<Seq> = own.map(|span| span.seq).filter(|seq| seen.insert(*seq)).collect();
            for entry in self.store().entries(&seqs).await? {
                let batch = decode(&entry);
                history.add(&batch.batch, &batch.receipt);
            }
            match spans.last() {
                Some(_) if seen.len() >= HISTORY_BATCHES_MAX => break true,
                Some(last) if spans.len() == SPANS_AT_ONCE as usize => query.after = Some((last.newest_ms, last.seq)),
                _ => break false,
            }
        };
        Ok(AttributeChanges { changes: history.changes(), truncated })
    }
}
