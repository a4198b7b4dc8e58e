//! A group of batches: one read set, one write set.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use async_trait::async_trait;
use futures_util::TryStreamExt;
use rustc_hash::{FxHashMap, FxHashSet};
use sqlx::SqliteConnection;
use uav_core::profile::Profile;
use uav_core::{Mpid, ProfileKey, Seq};
use uav_store::{
    Counters, GroupStore, IdentityKey, Loaded, Packed, RequestKey, Result, StoreFacts, Totals, Wanted, WriteSet,
};

use crate::error::while_doing;
use crate::open::{Durability, load_requests};
use crate::profiles::holds;
use crate::requests::Requests;
use crate::sql::{json_array, value};
use crate::{SqliteStore, codec, pack, requests};

#[async_trait]
impl GroupStore for SqliteStore {
    async fn counters(&self) -> Result<Counters> {
        let mut writer = self.writer.lock().await;
        let (seq, profile, import): (i64, u32, i64) = sqlx::query_as(
            "SELECT (SELECT coalesce(max(seq), 0) FROM batch), (SELECT coalesce(max(pid), 0) FROM profile),
                    (SELECT coalesce(max(id), 0) FROM import)",
        )
        .fetch_one(&mut *writer)
        .await
        .map_err(while_doing("reading the last numbers"))?;
        Ok(Counters { seq: Seq(seq.cast_unsigned()), profile: ProfileKey(profile), import: import.cast_unsigned() })
    }

    async fn load(&self, wanted: &Wanted) -> Result<Loaded> {
        let identities: Vec<i64> = wanted.identities.iter().map(|key| self.hasher.identity_key(key)).collect();
        let mpids: Vec<i64> = wanted.mpids.iter().map(|mpid| self.hasher.mpid(*mpid)).collect();
        let mut connection = self.writer.lock().await;
        let behind = keys_behind(&mut connection, identities.iter().chain(&mpids).copied()).await?;
        let candidates: FxHashSet<ProfileKey> = behind.values().flatten().copied().collect();
        let candidates: Vec<ProfileKey> = candidates.into_iter().collect();
        let rows = self.rows(&mut connection, &candidates).await?;
        let stored = self.stored(&mut connection, &wanted.requests).await?;
        drop(connection);
        let mut profiles = FxHashMap::default();
        for (key, row) in rows {
            profiles.insert(key, codec::decode(&row)?);
        }
        Ok(found(wanted, &identities, &mpids, &behind, profiles, stored))
    }

    async fn commit(&self, write: WriteSet) -> Result<()> {
        self.write(write).await
    }

    fn pack(&self, raw: &[u8]) -> Packed {
        pack::pack(raw)
    }

    async fn totals(&self) -> Result<Totals> {
        Ok(*self.totals.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn facts(&self) -> Result<StoreFacts> {
        let journal = |suffix: &str| {
            let mut name = self.path.as_os_str().to_owned();
            name.push(suffix);
            std::fs::metadata(name).map_or(0, |facts| facts.len())
        };
        Ok(StoreFacts {
            engine: format!("SQLite {}", self.version),
            path: self.path.display().to_string(),
            bytes: journal("") + journal("-wal"),
            durability: match self.options.durability {
                Durability::Full => "full",
                Durability::Normal => "normal",
            }
            .to_owned(),
        })
    }
}

/// The profiles that may stand behind hashes, in one statement and one row: each row costs a hop to sqlx's thread.
async fn keys_behind(
    connection: &mut SqliteConnection,
    hashes: impl Iterator<Item = i64>,
) -> Result<FxHashMap<i64, Vec<ProfileKey>>> {
    let mut hashes: Vec<i64> = hashes.collect();
    hashes.sort_unstable();
    hashes.dedup();
    let mut behind: FxHashMap<i64, Vec<ProfileKey>> = FxHashMap::default();
    if hashes.is_empty() {
        return Ok(behind);
    }
    let pairs: Option<String> = sqlx::query_scalar(
        "SELECT group_concat(hash || ' ' || pid, ' ') FROM ident WHERE hash IN (SELECT value FROM json_each(?))",
    )
    .bind(json_array(hashes.into_iter()))
    .fetch_one(connection)
    .await
    .map_err(while_doing("looking identities up"))?;
    let pairs = pairs.unwrap_or_default();
    let mut numbers = pairs.split_ascii_whitespace();
    while let (Some(hash), Some(key)) = (numbers.next(), numbers.next()) {
        if let (Ok(hash), Ok(key)) = (hash.parse(), key.parse()) {
            behind.entry(hash).or_default().push(ProfileKey(key));
        }
    }
    Ok(behind)
}

/// Sorts what was read under what was asked, believing no hash.
fn found(
    wanted: &Wanted,
    identities: &[i64],
    mpids: &[i64],
    behind: &FxHashMap<i64, Vec<ProfileKey>>,
    mut profiles: FxHashMap<ProfileKey, Profile>,
    stored: Vec<bool>,
) -> Loaded {
    let keys = |hash: &i64| behind.get(hash).map_or(&[][..], Vec::as_slice);
    let holders = |(identity, hash): (&IdentityKey, &i64)| {
        let holds_it = |key: &&ProfileKey| profiles.get(*key).is_some_and(|profile| holds(profile, identity));
        keys(hash).iter().filter(holds_it).copied().collect::<Vec<_>>()
    };
    let holders: Vec<Vec<ProfileKey>> = wanted.identities.iter().zip(identities).map(holders).collect();
    let of_mpid = |(mpid, hash): (&Mpid, &i64)| {
        keys(hash).iter().find(|key| profiles.get(*key).is_some_and(|profile| profile.mpid == *mpid)).copied()
    };
    let mpids: Vec<Option<ProfileKey>> = wanted.mpids.iter().zip(mpids).map(of_mpid).collect();
    let named: FxHashSet<ProfileKey> = holders.iter().flatten().chain(mpids.iter().flatten()).copied().collect();
    profiles.retain(|key, _| named.contains(key));
    Loaded { holders, mpids, stored, profiles: profiles.into_iter().collect() }
}

impl SqliteStore {
    /// The requests that were stored, read from the file the first time.
    pub(crate) async fn requests(&self) -> Result<&RwLock<Requests>> {
        let read = || async {
            let mut connection = self.readers.acquire().await.map_err(while_doing("reading the requests"))?;
            load_requests(&mut connection).await.map(RwLock::new)
        };
        self.requests.get_or_try_init(read).await
    }

    /// Which requests were stored before: a hash in memory, and then a look at the batch.
    async fn stored(&self, connection: &mut SqliteConnection, wanted: &[RequestKey]) -> Result<Vec<bool>> {
        let requests = self.requests().await?;
        let places: Vec<Option<Seq>> = {
            let requests = requests.read().unwrap_or_else(PoisonError::into_inner);
            wanted.iter().map(|request| requests.place(self.hasher.request(request))).collect()
        };
        let asked: BTreeMap<Seq, ()> = places.iter().flatten().map(|seq| (*seq, ())).collect();
        if asked.is_empty() {
            return Ok(vec![false; wanted.len()]);
        }
        let asked = json_array(asked.keys().map(|seq| seq.0.cast_signed()));
        let mut texts: FxHashMap<Seq, (u32, Vec<u8>)> = FxHashMap::default();
        let mut rows =
            sqlx::query("SELECT seq, input, form, body FROM batch WHERE seq IN (SELECT value FROM json_each(?))")
                .bind(asked)
                .fetch(connection);
        while let Some(row) = rows.try_next().await.map_err(while_doing("looking requests up"))? {
            let text = pack::unpack(value(&row, 2)?, value(&row, 3)?)?;
            texts.insert(Seq(value::<i64>(&row, 0)?.cast_unsigned()), (value(&row, 1)?, text));
        }
        let is_stored = |(request, place): (&RequestKey, &Option<Seq>)| {
            let text = place.and_then(|seq| texts.get(&seq));
            text.is_some_and(|(input, text)| *input == request.input.0 && requests::carries(text, request))
        };
        Ok(wanted.iter().zip(&places).map(is_stored).collect())
    }
}
