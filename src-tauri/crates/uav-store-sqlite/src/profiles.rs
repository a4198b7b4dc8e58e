//! Reading profiles, through the cache of rows.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use futures_util::TryStreamExt;
use sqlx::{Row as _, SqliteConnection};
use uav_core::profile::Profile;
use uav_core::{Mpid, ProfileKey};
use uav_store::{IdentityKey, ProfileStore, Result};

use crate::SqliteStore;
use crate::cache::{Behind, Row};
use crate::codec;
use crate::error::while_doing;
use crate::sql::json_array;

/// Rows of profiles by key, as they stand in the file.
pub(crate) type ProfileRows = HashMap<ProfileKey, Row, rustc_hash::FxBuildHasher>;

impl SqliteStore {
    /// The rows of these profiles: from the cache where they are in it, the others in one statement.
    pub(crate) async fn rows(&self, connection: &mut SqliteConnection, keys: &[ProfileKey]) -> Result<ProfileRows> {
        let (mut rows, absent) = self.cached_rows(keys);
        self.read_rows(connection, absent, &mut rows).await?;
        Ok(rows)
    }

    /// The same by a connection of the readers, which is not asked for when the cache has them all.
    async fn rows_by_reader(&self, keys: &[ProfileKey]) -> Result<ProfileRows> {
        let (mut rows, absent) = self.cached_rows(keys);
        if !absent.is_empty() {
            let mut connection = self.readers.acquire().await.map_err(while_doing("reading profiles"))?;
            self.read_rows(&mut connection, absent, &mut rows).await?;
        }
        Ok(rows)
    }

    /// The rows that the cache has, and the keys of those that it has not.
    fn cached_rows(&self, keys: &[ProfileKey]) -> (ProfileRows, Vec<ProfileKey>) {
        let mut rows = ProfileRows::with_capacity_and_hasher(keys.len(), rustc_hash::FxBuildHasher);
        let mut absent = Vec::new();
        for key in keys {
            match self.cache.get(*key) {
                Some(row) => drop(rows.insert(*key, row)),
                None => absent.push(*key),
            }
        }
        (rows, absent)
    }

    async fn read_rows(
        &self,
        connection: &mut SqliteConnection,
        mut absent: Vec<ProfileKey>,
        rows: &mut ProfileRows,
    ) -> Result<()> {
        if absent.is_empty() {
            return Ok(());
        }
        absent.sort_unstable();
        absent.dedup();
        let (groups, doing) = (self.cache.groups(), || while_doing("reading profiles"));
        let mut read: Vec<(ProfileKey, Row)> = Vec::with_capacity(absent.len());
        let asked = json_array(absent.iter().map(|key| i64::from(key.0)));
        let mut found = sqlx::query("SELECT pid, body FROM profile WHERE pid IN (SELECT value FROM json_each(?))")
            .bind(asked)
            .fetch(connection);
        while let Some(row) = found.try_next().await.map_err(doing())? {
            let body: &[u8] = row.try_get(1).map_err(doing())?;
            read.push((ProfileKey(row.try_get(0).map_err(doing())?), body.into()));
        }
        rows.extend(read.iter().cloned());
        self.cache.put_read(groups, read);
        Ok(())
    }

    /// The keys that may stand behind a hash of an identity or an MPID.
    async fn behind(&self, hash: i64) -> Result<Behind> {
        if let Some(known) = self.cache.behind(hash) {
            return Ok(known);
        }
        let groups = self.cache.groups();
        let keys: Vec<u32> = sqlx::query_scalar("SELECT pid FROM ident WHERE hash = ?")
            .bind(hash)
            .fetch_all(&self.readers)
            .await
            .map_err(while_doing("looking an identity up"))?;
        let behind: Behind = keys.into_iter().map(ProfileKey).collect();
        self.cache.put_behind(groups, hash, Arc::clone(&behind));
        Ok(behind)
    }

    /// The profiles behind a hash that pass a check.
    async fn verified(&self, hash: i64, is_it: impl Fn(&Profile) -> bool + Send) -> Result<Vec<(ProfileKey, Profile)>> {
        let keys = self.behind(hash).await?;
        let rows = self.rows_by_reader(&keys).await?;
        let mut found = Vec::with_capacity(keys.len());
        for key in &*keys {
            let Some(row) = rows.get(key) else { continue };
            let profile = codec::decode(row)?;
            if is_it(&profile) {
                found.push((*key, profile));
            }
        }
        Ok(found)
    }
}

#[async_trait]
impl ProfileStore for SqliteStore {
    async fn key_of(&self, mpid: Mpid) -> Result<Option<ProfileKey>> {
        let found = self.verified(self.hasher.mpid(mpid), |profile| profile.mpid == mpid).await?;
        Ok(found.into_iter().next().map(|(key, _)| key))
    }

    async fn profiles(&self, keys: &[ProfileKey]) -> Result<Vec<(ProfileKey, Profile)>> {
        let rows = self.rows_by_reader(keys).await?;
        keys.iter()
            .filter_map(|key| Some((*key, rows.get(key)?)))
            .map(|(key, row)| Ok((key, codec::decode(row)?)))
            .collect()
    }

    async fn holders(&self, identity: &IdentityKey) -> Result<Vec<(ProfileKey, Profile)>> {
        self.verified(self.hasher.identity_key(identity), |profile| holds(profile, identity)).await
    }

    async fn profiles_after(&self, after: ProfileKey, limit: u32) -> Result<Vec<(ProfileKey, Profile)>> {
        let mut connection = self.readers.acquire().await.map_err(while_doing("reading profiles"))?;
        let mut rows = sqlx::query("SELECT pid, body FROM profile WHERE pid > ? ORDER BY pid LIMIT ?")
            .bind(after.0)
            .bind(limit)
            .fetch(&mut *connection);
        let mut found = Vec::new();
        let doing = || while_doing("reading profiles");
        while let Some(row) = rows.try_next().await.map_err(doing())? {
            let body: &[u8] = row.try_get(1).map_err(doing())?;
            found.push((ProfileKey(row.try_get(0).map_err(doing())?), codec::decode(body)?));
        }
        Ok(found)
    }
}

/// Whether a profile holds an identity now, in the space that the identity is of.
pub(crate) fn holds(profile: &Profile, identity: &IdentityKey) -> bool {
    profile.scope == identity.scope
        && profile.environment == identity.environment
        && profile.record.holds(identity.kind, &identity.comparable)
}
